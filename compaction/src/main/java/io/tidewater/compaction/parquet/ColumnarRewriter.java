/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import io.tidewater.compaction.rewrite.FileGroup;
import io.tidewater.compaction.rewrite.GroupRewriter;
import io.tidewater.compaction.rewrite.Pulse;
import io.tidewater.compaction.rewrite.RewrittenGroup;
import io.tidewater.compaction.rewrite.RewrittenGroup.Method;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.OutputFileFactory;

/**
 * Rewrites groups of Parquet files whose rows keep their order, row group by row group: copies what
 * can be copied, and packs the rest column by column. Whoever uses it asks {@link #objection}
 * first. Thread-safe as far as the table's {@code FileIO} is, for different groups.
 */
public final class ColumnarRewriter implements GroupRewriter {
  private final Table table;
  private final ColumnarOptions options;
  private final String operationId;

  /**
   * @param table as of the snapshot that the groups were planned on
   * @param operationId makes the names of this attempt's files unique
   */
  public ColumnarRewriter(Table table, ColumnarOptions options, String operationId) {
    this.table = table;
    this.options = options;
    this.operationId = operationId;
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
    try {
      return rewrite(group, inputs, layout, new Progress(pulse));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot rewrite group " + group.id() + " of " + table.name(), e);
    }
  }

  private RewrittenGroup rewrite(
      FileGroup group, List<Input> inputs, Layout layout, Progress progress) throws IOException {
    WriterSettings settings = WriterSettings.of(table.properties(), layout);
    Relocation relocation = new Relocation();
    List<Slice> slices = new ArrayList<>();
    for (Input input : inputs) {
      for (Slice slice : input.slices()) {
        if (slice.kept() > 0) {
          slices.add(slice);
        } else {
          relocation.dropped(slice);
        }
      }
    }
    List<RowGroupPlan.Step> steps =
        RowGroupPlan.of(
            slices, options.minCopyBytes(group.targetBytes()), settings.rowGroupBytes());
    try (RowGroupWriter rowGroups = new RowGroupWriter(table.io(), layout, settings, progress);
        OutputFiles outputs =
            new OutputFiles(
                names(group), layout, description(group), settings, group.targetBytes())) {
      for (RowGroupPlan.Step step : steps) {
        OutputFiles.Current file = outputs.forNext(step.bytes());
        step.slices().forEach(slice -> relocation.moved(slice, file));
        rowGroups.write(step, file.writer());
      }
      List<DataFile> added = outputs.finish();
      progress.end();
      return new RewrittenGroup(group.id(), added, relocation.moves(), bytesByMethod(steps));
    }
  }

  private Supplier<OutputFile> names(FileGroup group) {
    PartitionSpec spec = spec(group);
    StructLike partition = partition(group);
    OutputFileFactory files =
        OutputFileFactory.builderFor(table, group.id(), 0)
            .operationId(operationId)
            .format(FileFormat.PARQUET)
            .build();
    return () ->
        (spec.isPartitioned() ? files.newOutputFile(spec, partition) : files.newOutputFile())
            .encryptingOutputFile();
  }

  private FileDescription description(FileGroup group) {
    return new FileDescription(spec(group), partition(group), MetricsConfig.forTable(table));
  }

  private PartitionSpec spec(FileGroup group) {
    return table.specs().get(group.outputSpecId());
  }

  private static StructLike partition(FileGroup group) {
    return group.inputs().get(0).file().partition();
  }

  private static Map<Method, Long> bytesByMethod(List<RowGroupPlan.Step> steps) {
    Map<Method, Long> bytes = new EnumMap<>(Method.class);
    for (RowGroupPlan.Step step : steps) {
      Method method = step instanceof RowGroupPlan.Copy ? Method.COPY : Method.TRANSCODE;
      step.slices().forEach(slice -> bytes.merge(method, slice.bytes(), Long::sum));
    }
    return bytes;
  }
}
