/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.merge;

import io.tidewater.compaction.task.TaskCancelledException;
import io.tidewater.compaction.task.TaskContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;

/** Inspects and fills files on the threads that the service lends. */
final class FillWork {
  private final FileFiller filler;
  private final TaskContext context;

  /**
   * @param table as it was planned on; nobody refreshes it
   */
  FillWork(Table table, ColumnFamily family, TaskContext context) {
    this.filler = new FileFiller(table, family);
    this.context = context;
  }

  /**
   * What inspection found.
   *
   * @param toFill the files in which something is left to fill
   * @param seen all of them together
   */
  record Found(List<FileScanTask> toFill, Inspection seen) {}

  Found inspect(List<FileScanTask> suspects) {
    List<Inspection> inspections =
        all(suspects.stream().<Callable<Inspection>>map(task -> () -> inspect(task)).toList());
    List<FileScanTask> toFill = new ArrayList<>();
    Inspection seen = Inspection.NOTHING;
    for (int i = 0; i < inspections.size(); i++) {
      seen = seen.plus(inspections.get(i));
      if (inspections.get(i).toFill() > 0) {
        toFill.add(suspects.get(i));
      }
    }
    return new Found(toFill, seen);
  }

  private Inspection inspect(FileScanTask task) {
    context.advance(0, 0);
    return filler.inspect(task);
  }

  List<FilledFile> fill(List<FileScanTask> files) {
    return all(
        files.stream()
            .<Callable<FilledFile>>map(task -> () -> filler.fill(task, context))
            .toList());
  }

  private <T> List<T> all(List<Callable<T>> work) {
    List<Future<T>> running = work.stream().map(context.workers()::submit).toList();
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> each : running) {
        results.add(each.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TaskCancelledException("interrupted while columns were merged");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      running.forEach(each -> each.cancel(true));
    }
  }
}
