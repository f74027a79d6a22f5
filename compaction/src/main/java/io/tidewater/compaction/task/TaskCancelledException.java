/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.task;

/** A task was told to stop. */
public final class TaskCancelledException extends RuntimeException {
  public TaskCancelledException(String reason) {
    super(reason);
  }
}
