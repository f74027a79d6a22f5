/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import io.tidewater.compaction.rewrite.FileGroup;
import io.tidewater.compaction.rewrite.GroupRewriter;
import io.tidewater.compaction.rewrite.Pulse;
import io.tidewater.compaction.rewrite.RewrittenGroup;
import io.tidewater.compaction.rewrite.Workplace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.Table;

/**
 * Rewrites groups of Parquet files whose rows keep their order, row group by row group: copies what
 * can be copied, and packs the rest column by column. Whoever uses it asks {@link #objection}
 * first. Thread-safe as long as nobody refreshes the table.
 */
public final class ColumnarRewriter implements GroupRewriter {
  private final Table table;
  private final ColumnarOptions options;
  private final Workplace workplace;

  /**
   * @param table as of the snapshot that the groups were planned on
   */
  public ColumnarRewriter(Table table, ColumnarOptions options, Workplace workplace) {
    this.table = table;
    this.options = options;
    this.workplace = workplace;
  }

  /**
   * Why a group cannot be rewritten here, if so: its rows are to be sorted, equality deletes are
   * pending, columns are stored in another way than they would be now... Reads the footers of the
   * group's files.
   */
  public Optional<String> objection(FileGroup group) {
    try {
      GroupInputs.check(group, table);
      return Optional.empty();
    } catch (NotColumnarException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException there is an {@link #objection}
   */
  @Override
  public RewrittenGroup rewrite(FileGroup group, Pulse pulse) {
    List<Input> inputs;
    Layout layout;
    try {
      inputs = GroupInputs.read(group, table);
      layout = GroupInputs.layout(table, inputs);
    } catch (NotColumnarException e) {
      throw new IllegalArgumentException(
          "group " + group.id() + " of " + table.name() + " needs its rows rewritten", e);
    }
    ColumnarRun run = new ColumnarRun(table, group, layout, new Progress(pulse));
    try {
      return run.rewrite(inputs, options, workplace);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot rewrite group " + group.id() + " of " + table.name(), e);
    }
  }
}
