/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.task;

/** Something worth doing to a table, planned on what the table was when it was looked at. */
public interface Task {
  TaskKind kind();

  /** A partition such as {@code day=2026-11-21}, or {@link Finding#WHOLE_TABLE}. */
  default String scope() {
    return Finding.WHOLE_TABLE;
  }

  /** What it will cost and bring; nothing worth counting for changes of metadata alone. */
  default Estimate estimate() {
    return Estimate.NEGLIGIBLE;
  }

  /** Why it is worth doing, with the numbers that decided it. */
  String reason();

  /**
   * Does it. May run at any time after it was planned: what has changed since is respected, and
   * what has become impossible is given up.
   *
   * @throws TaskCancelledException it was told to stop; nothing half-done is visible
   * @throws RuntimeException it failed; nothing half-done is visible, and the next look at the
   *     table will plan it anew
   */
  TaskResult run(TaskContext context);
}
