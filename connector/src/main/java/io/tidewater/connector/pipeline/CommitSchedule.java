/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

/** When a table's next commit is due, by what is staged and when the last one began. */
final class CommitSchedule {
  /** Of an upserted table; a key takes some 200 bytes of memory. */
  private static final int MOST_KEYS = 1_000_000;

  private final CommitTrigger trigger;
  private final PipelineContext context;
  private final Staging staging;
  private long last;

  CommitSchedule(CommitTrigger trigger, PipelineContext context, Staging staging) {
    this.trigger = trigger;
    this.context = context;
    this.staging = staging;
    this.last = context.now();
  }

  boolean isDue() {
    return trigger.isDue(staging.rows(), staging.bytes(), staging.since(), context.now())
        || staging.keys() >= MOST_KEYS
        || (staging.rows() == 0
            && trigger.isIdleDue(last, context.now())
            && staging.hasUnclaimed());
  }

  /** When the rows that are staged will be due at the latest, in the task's milliseconds. */
  long dueAt() {
    return staging.rows() > 0 ? trigger.dueAt(staging.since()) : Long.MAX_VALUE;
  }

  /** Notes that a commit begins. */
  void began() {
    last = context.now();
  }

  /** When the last commit began, in milliseconds of the task's clock. */
  long last() {
    return last;
  }
}
