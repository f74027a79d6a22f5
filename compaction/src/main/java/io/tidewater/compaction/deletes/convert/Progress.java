/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.convert;

import io.tidewater.compaction.task.TaskResult;
import io.tidewater.compaction.task.TaskResult.Outcome;

/** What a task has achieved so far. */
final class Progress {
  private long bytesRead;
  private long bytesWritten;
  private long converted;
  private long removed;
  private long added;
  private long conflicts;
  private boolean stuck;
  private String lastConflict = "";

  void read(long bytes) {
    bytesRead += bytes;
  }

  void landed(int deletes, Conversion.Outcome outcome) {
    stuck = false;
    converted += deletes;
    removed += outcome.removed();
    added += outcome.added();
    bytesWritten += outcome.bytesAdded();
  }

  void conflict(String reason) {
    stuck = true;
    conflicts++;
    lastConflict = reason;
  }

  TaskResult result() {
    return new TaskResult(outcome(), message(), bytesRead, bytesWritten, removed, added, conflicts);
  }

  private Outcome outcome() {
    if (stuck) {
      return converted > 0 ? Outcome.PARTLY : Outcome.GIVEN_UP;
    }
    return converted > 0 ? Outcome.DONE : Outcome.NOTHING;
  }

  private String message() {
    String done =
        converted == 0
            ? "no equality deletes were converted"
            : converted
                + " equality deletes were converted, deletes of "
                + added
                + " files written";
    return stuck ? done + "; the rest was given up: " + lastConflict : done;
  }
}
