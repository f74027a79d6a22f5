/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.task;

/**
 * What became of a task.
 *
 * @param message what was done or why not, for people
 * @param bytesRead bytes of files that were read
 * @param bytesWritten bytes of files that were written
 * @param filesRemoved files taken out of the table, or deleted
 * @param filesAdded files put into it
 * @param conflicts pieces of work that others' commits made void
 */
public record TaskResult(
    Outcome outcome,
    String message,
    long bytesRead,
    long bytesWritten,
    long filesRemoved,
    long filesAdded,
    long conflicts) {

  /** How it ended. */
  public enum Outcome {
    /** All of it was done. */
    DONE,
    /** A part was done; the rest met commits of others, and will be planned anew. */
    PARTLY,
    /** Nothing was left to do. */
    NOTHING,
    /** Others came first with all of it; it will be planned anew. */
    GIVEN_UP
  }

  public static TaskResult done(String message) {
    return new TaskResult(Outcome.DONE, message, 0, 0, 0, 0, 0);
  }

  public static TaskResult nothing(String message) {
    return new TaskResult(Outcome.NOTHING, message, 0, 0, 0, 0, 0);
  }

  public static TaskResult givenUp(String message) {
    return new TaskResult(Outcome.GIVEN_UP, message, 0, 0, 0, 0, 1);
  }
}
