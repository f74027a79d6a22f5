/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.ttl;

import io.tidewater.compaction.drift.Baseline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableUtil;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.expressions.StrictMetricsEvaluator;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.util.ContentFileUtil;

/**
 * What of a snapshot has expired, as far as metadata tells.
 *
 * @param baseline the snapshot
 * @param cutoff rows from before it have expired
 * @param whole files of which all rows have
 * @param partly files of which enough rows seem to have, for single rows to be deleted
 * @param waiting how many files hold expired rows, and not enough of them
 */
record ExpiredRows(
    Baseline baseline,
    Instant cutoff,
    List<DataFile> whole,
    List<FileScanTask> partly,
    long waiting) {

  static ExpiredRows of(
      Table table, String branch, TimeColumn column, Instant cutoff, double minRatio) {
    Expression expired = column.before(cutoff);
    StrictMetricsEvaluator all = new StrictMetricsEvaluator(table.schema(), expired);
    boolean singleRows = TableUtil.formatVersion(table) >= 2;
    List<DataFile> whole = new ArrayList<>();
    List<FileScanTask> partly = new ArrayList<>();
    long waiting = 0;
    try (CloseableIterable<FileScanTask> tasks =
        table
            .newScan()
            .useRef(branch)
            .includeColumnStats(List.of(column.name()))
            .filter(expired)
            .planFiles()) {
      for (FileScanTask task : tasks) {
        if (task.residual().isEquivalentTo(Expressions.alwaysTrue()) || all.eval(task.file())) {
          whole.add(task.file().copy());
        } else if (singleRows && part(task, column, cutoff) >= minRatio) {
          partly.add(task);
        } else {
          waiting++;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ExpiredRows(
        Baseline.of(table, table.snapshot(branch)), cutoff, whole, partly, waiting);
  }

  /** About which part of a file's rows has expired and is still there. */
  private static double part(FileScanTask task, TimeColumn column, Instant cutoff) {
    long deleted =
        task.deletes().stream()
            .filter(ContentFileUtil::isFileScoped)
            .mapToLong(DeleteFile::recordCount)
            .sum();
    double gone = (double) deleted / Math.max(1, task.file().recordCount());
    // Without bounds, the file has to be read to know.
    return column.partBefore(task.file(), cutoff).orElse(1) - gone;
  }

  boolean isEmpty() {
    return whole.isEmpty() && partly.isEmpty();
  }

  /** Says it, for people. */
  String summary() {
    return whole.size()
        + " files whose rows are all from before "
        + cutoff
        + ", "
        + partly.size()
        + " of which a large part is, and "
        + waiting
        + " that wait until more of it is";
  }
}
