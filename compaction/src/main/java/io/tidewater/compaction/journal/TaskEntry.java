/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.journal;

import io.tidewater.compaction.policy.PolicyOption;
import io.tidewater.compaction.task.TaskKind;
import io.tidewater.compaction.task.TaskResult;
import java.time.Duration;
import java.time.Instant;

/**
 * A task that has ended.
 *
 * @param scope the partition that it was about, or the table
 * @param reason why it was begun
 * @param result what became of it; of one that failed, what had been read and written by then
 */
public record TaskEntry(
    long id,
    String table,
    TaskKind kind,
    String scope,
    String reason,
    Instant began,
    Instant ended,
    Ending ending,
    TaskResult result) {

  /** How it ended. */
  public enum Ending {
    DONE,
    PARTLY,
    NOTHING,
    GIVEN_UP,
    FAILED,
    CANCELLED;

    /** The name in messages and metrics. */
    public String label() {
      return PolicyOption.print(this);
    }

    /** Whether it should be tried again only after a pause. */
    public boolean needsPause() {
      return this == GIVEN_UP || this == FAILED;
    }

    public static Ending of(TaskResult.Outcome outcome) {
      return switch (outcome) {
        case DONE -> DONE;
        case PARTLY -> PARTLY;
        case NOTHING -> NOTHING;
        case GIVEN_UP -> GIVEN_UP;
      };
    }
  }

  public Duration duration() {
    return Duration.between(began, ended);
  }
}
