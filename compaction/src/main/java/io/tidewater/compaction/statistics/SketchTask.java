/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.statistics;

import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskContext;
import io.tidewater.compaction.task.TaskKind;
import io.tidewater.compaction.task.TaskResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ManifestReader;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotChanges;
import org.apache.iceberg.StatisticsFile;
import org.apache.iceberg.Table;
import org.apache.iceberg.puffin.Blob;
import org.apache.iceberg.types.TypeUtil;

/** Sketches columns of one snapshot, and attaches the sketches to it. */
final class SketchTask implements Task {
  private final TableView view;
  private final Schema columns;
  private final Snapshot head;
  private final SketchPlan plan;
  private final String reason;

  SketchTask(TableView view, Schema columns, Snapshot head, SketchPlan plan, String reason) {
    this.view = view;
    this.columns = columns;
    this.head = head;
    this.plan = plan;
    this.reason = reason;
  }

  @Override
  public TaskKind kind() {
    return TaskKind.STATISTICS;
  }

  @Override
  public String scope() {
    return "columns "
        + String.join(", ", columns.columns().stream().map(column -> column.name()).toList());
  }

  @Override
  public String reason() {
    return reason;
  }

  @Override
  public TaskResult run(TaskContext context) {
    Table table = view.table();
    table.refresh();
    if (table.snapshot(head.snapshotId()) == null) {
      return TaskResult.givenUp("snapshot " + head.snapshotId() + " has expired meanwhile");
    }
    ColumnValues values = new ColumnValues(table, columns);
    long limit = view.policy().get(StatisticsOptions.MAX_BYTES);
    long[] bytes = {0};
    forEachFile(file -> bytes[0] += values.bytes(file));
    if (bytes[0] > limit) {
      return TaskResult.nothing(
          bytes[0] + " bytes of columns are more than " + StatisticsOptions.MAX_BYTES + " allows");
    }
    context.expect(bytes[0]);
    context.stage("sketching " + scope());
    Sketches sketches = known();
    forEachFile(
        file -> {
          values.visit(file, sketches::add);
          context.advance(values.bytes(file), 0);
        });
    return attach(sketches, bytes[0], context);
  }

  private TaskResult attach(Sketches sketches, long bytes, TaskContext context) {
    Table table = view.table();
    SketchFile files = new SketchFile(table);
    long removedRows = plan instanceof SketchPlan.Merge merge ? merge.removedRows() : 0;
    List<Blob> blobs = new ArrayList<>(sketches.blobs(head, removedRows));
    Set<Integer> ours = new HashSet<>(TypeUtil.getProjectedIds(columns));
    files.read(head.snapshotId()).stream()
        .filter(blob -> !ours.containsAll(blob.inputFields()))
        .forEach(blobs::add);
    StatisticsFile written = files.write(head.snapshotId(), blobs, context.newId());
    if (table.snapshot(head.snapshotId()) == null) {
      return TaskResult.givenUp("snapshot " + head.snapshotId() + " has expired meanwhile");
    }
    table.updateStatistics().setStatistics(written).commit();
    return new TaskResult(
        TaskResult.Outcome.DONE,
        "sketched " + scope() + " of snapshot " + head.snapshotId(),
        bytes,
        written.fileSizeInBytes(),
        0,
        1,
        0);
  }

  private Sketches known() {
    Sketches sketches = new Sketches(columns);
    if (plan instanceof SketchPlan.Merge merge) {
      new SketchFile(view.table())
          .read(merge.base())
          .forEach(blob -> blob.inputFields().forEach(id -> sketches.merge(id, blob.blobData())));
    }
    return sketches;
  }

  private void forEachFile(Consumer<DataFile> visitor) {
    Table table = view.table();
    if (plan instanceof SketchPlan.Merge merge) {
      for (long id : merge.since()) {
        SnapshotChanges.builderFor(table)
            .snapshot(table.snapshot(id))
            .build()
            .addedDataFiles()
            .forEach(visitor);
      }
      return;
    }
    for (ManifestFile manifest : head.dataManifests(table.io())) {
      try (ManifestReader<DataFile> files =
          ManifestFiles.read(manifest, table.io(), table.specs())) {
        files.forEach(visitor);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
