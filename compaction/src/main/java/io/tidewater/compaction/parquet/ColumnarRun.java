/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import io.tidewater.compaction.rewrite.FileGroup;
import io.tidewater.compaction.rewrite.RewrittenGroup;
import io.tidewater.compaction.rewrite.RewrittenGroup.Method;
import io.tidewater.compaction.rewrite.Workplace;
import io.tidewater.compaction.task.MemoryBudget;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.OutputFileFactory;

/** The rewrite of one group. */
final class ColumnarRun {
  /** Of the bytes that are packed: as they were stored, as they will be, and what is open. */
  private static final int COPIES_IN_MEMORY = 3;

  private static final long LEAST_MEMORY = 16L << 20;

  private final Table table;
  private final FileGroup group;
  private final Layout layout;
  private final WriterSettings settings;
  private final Progress progress;
  private final Relocation relocation = new Relocation();

  ColumnarRun(Table table, FileGroup group, Layout layout, Progress progress) {
    this.table = table;
    this.group = group;
    this.layout = layout;
    this.settings = WriterSettings.of(table.properties(), layout);
    this.progress = progress;
  }

  RewrittenGroup rewrite(List<Input> inputs, ColumnarOptions options, Workplace workplace)
      throws IOException {
    List<Slice> slices = slices(inputs);
    long minCopyBytes = options.minCopyBytes(group.targetBytes());
    List<RowGroupPlan.Step> ideal = RowGroupPlan.of(slices, minCopyBytes, settings.rowGroupBytes());
    try (MemoryBudget.Share share = workplace.memory().take(memory(ideal))) {
      long affordable = Math.max(1, share.bytes() / COPIES_IN_MEMORY);
      List<RowGroupPlan.Step> steps =
          RowGroupPlan.of(slices, minCopyBytes, Math.min(settings.rowGroupBytes(), affordable));
      List<DataFile> added = write(steps, workplace.ids().get());
      progress.end();
      return new RewrittenGroup(group.id(), added, relocation.moves(), bytesByMethod(steps));
    }
  }

  private List<Slice> slices(List<Input> inputs) {
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
    return slices;
  }

  private List<DataFile> write(List<RowGroupPlan.Step> steps, UUID operation) throws IOException {
    try (RowGroupWriter rowGroups = new RowGroupWriter(table.io(), layout, settings, progress);
        OutputFiles outputs =
            new OutputFiles(
                names(operation), layout, description(), settings, group.targetBytes())) {
      for (RowGroupPlan.Step step : steps) {
        OutputFiles.Current file = outputs.forNext(step.bytes());
        step.slices().forEach(slice -> relocation.moved(slice, file));
        rowGroups.write(step, file.writer());
      }
      return outputs.finish();
    }
  }

  private Supplier<OutputFile> names(UUID operation) {
    OutputFileFactory files =
        OutputFileFactory.builderFor(table, group.id(), 0)
            .operationId(operation.toString())
            .format(FileFormat.PARQUET)
            .build();
    return () ->
        (spec().isPartitioned() ? files.newOutputFile(spec(), partition()) : files.newOutputFile())
            .encryptingOutputFile();
  }

  private FileDescription description() {
    return new FileDescription(spec(), partition(), MetricsConfig.forTable(table));
  }

  private PartitionSpec spec() {
    return Objects.requireNonNull(
        table.specs().get(group.outputSpecId()),
        () -> "table " + table.name() + " has no partition spec " + group.outputSpecId());
  }

  private StructLike partition() {
    return group.inputs().get(0).file().partition();
  }

  /** What the largest row group needs that is packed. */
  private static long memory(List<RowGroupPlan.Step> steps) {
    return steps.stream()
        .filter(RowGroupPlan.Pack.class::isInstance)
        .mapToLong(step -> Math.max(LEAST_MEMORY, step.bytes() * COPIES_IN_MEMORY))
        .max()
        .orElse(LEAST_MEMORY);
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
