/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.merge;

import io.tidewater.compaction.task.TaskResult;
import io.tidewater.compaction.task.TaskResult.Outcome;
import java.util.List;

/**
 * How much was filled.
 *
 * @param rows that got a value, if all files went in
 * @param files that were written
 * @param committed of them, how many went in
 */
record Filled(long rows, long files, long committed, long bytesRead, long bytesWritten) {
  static final Filled NOTHING = new Filled(0, 0, 0, 0, 0);

  static Filled of(List<FilledFile> files, long rows, int committed) {
    return new Filled(
        rows,
        files.size(),
        committed,
        files.stream().mapToLong(file -> file.before().file().fileSizeInBytes()).sum(),
        files.stream().mapToLong(file -> file.after().fileSizeInBytes()).sum());
  }

  boolean isWhole() {
    return committed == files;
  }

  /**
   * @param left what could not be done and why; empty if all was done
   */
  TaskResult result(String left) {
    String message =
        "filled %,d rows in %,d of %,d files".formatted(rows, committed, files)
            + (left.isEmpty() ? "" : "; " + left);
    return new TaskResult(
        left.isEmpty() ? Outcome.DONE : Outcome.PARTLY,
        message,
        bytesRead,
        bytesWritten,
        committed,
        committed,
        files - committed);
  }
}
