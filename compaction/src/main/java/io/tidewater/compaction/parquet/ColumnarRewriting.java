/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import io.tidewater.compaction.rewrite.FileGroup;
import io.tidewater.compaction.rewrite.GroupRewriter;
import io.tidewater.compaction.rewrite.Rewriting;
import io.tidewater.compaction.rewrite.Workplace;
import java.util.Optional;
import org.apache.iceberg.Table;

/** Takes the groups to which {@link ColumnarRewriter} has no objection. */
public final class ColumnarRewriting implements Rewriting {
  private static final long serialVersionUID = 1L;

  private final ColumnarOptions options;

  public ColumnarRewriting(ColumnarOptions options) {
    this.options = options;
  }

  @Override
  public Optional<GroupRewriter> rewriterFor(Table table, FileGroup group, Workplace workplace) {
    ColumnarRewriter rewriter = new ColumnarRewriter(table, options, workplace);
    return rewriter.objection(group).isPresent() ? Optional.empty() : Optional.of(rewriter);
  }
}
