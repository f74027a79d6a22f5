/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.fault;

import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.policy.PolicyOption;
import io.tidewater.compaction.task.Assessment;
import io.tidewater.compaction.task.Estimate;
import io.tidewater.compaction.task.Finding;
import io.tidewater.compaction.task.Maintenance;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskContext;
import io.tidewater.compaction.task.TaskKind;
import io.tidewater.compaction.task.TaskResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;

/** A rewrite as the library offers it, with all of its validations and retries. */
final class NaiveRewrite implements Maintenance {
  @Override
  public TaskKind kind() {
    return TaskKind.REWRITE;
  }

  @Override
  public List<PolicyOption<?>> options() {
    return List.of();
  }

  @Override
  public Assessment assess(TableView view) {
    return new Assessment(List.of(new Everything(view.table())), List.of());
  }

  private record Everything(Table table) implements Task {
    @Override
    public TaskKind kind() {
      return TaskKind.REWRITE;
    }

    @Override
    public String scope() {
      return Finding.WHOLE_TABLE;
    }

    @Override
    public Estimate estimate() {
      return Estimate.NEGLIGIBLE;
    }

    @Override
    public String reason() {
      return "because";
    }

    @Override
    public TaskResult run(TaskContext context) {
      Snapshot planned = table.currentSnapshot();
      Set<DataFile> inputs = new HashSet<>();
      try (CloseableIterable<FileScanTask> files = table.newScan().planFiles()) {
        files.forEach(file -> inputs.add(file.file()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      List<Record> rows = TestTables.rows(table);
      RewriteFiles rewrite =
          table
              .newRewrite()
              .validateFromSnapshot(planned.snapshotId())
              .dataSequenceNumber(planned.sequenceNumber());
      inputs.forEach(rewrite::deleteFile);
      rewrite.addFile(TestTables.write(table, rows));
      rewrite.commit();
      return TaskResult.done("all of it");
    }
  }
}
