/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.connector.config.Cadence;
import java.time.Duration;

/** Decides when a table commits. Times are milliseconds of one clock. */
final class CommitTrigger {
  /** Offsets that bring no row are noted this many times more seldom than rows. */
  private static final int IDLE_FACTOR = 10;

  private static final Duration LEAST_IDLE = Duration.ofMinutes(1);
  private static final Duration LEAST_LOOK = Duration.ofSeconds(10);

  private final Cadence cadence;

  CommitTrigger(Cadence cadence) {
    this.cadence = cadence;
  }

  /** Whether rows that wait are due. */
  boolean isDue(long rows, long bytes, long waitingSince, long now) {
    return rows > 0
        && (now >= dueAt(waitingSince)
            || rows >= cadence.records().orElse(Long.MAX_VALUE)
            || bytes >= cadence.bytes().orElse(Long.MAX_VALUE));
  }

  /** When rows that wait since a time are due at the latest. */
  long dueAt(long waitingSince) {
    return waitingSince + cadence.interval().toMillis();
  }

  /** Whether it is time to look whether somebody else changed a table that gets no rows. */
  boolean isLookDue(long last, long now) {
    Duration idle = cadence.interval().multipliedBy(IDLE_FACTOR);
    Duration interval = idle.compareTo(LEAST_LOOK) < 0 ? LEAST_LOOK : idle;
    return now - last >= interval.toMillis();
  }

  /** Whether it is time to note offsets that brought no row. */
  boolean isIdleDue(long lastCommit, long now) {
    Duration idle = cadence.interval().multipliedBy(IDLE_FACTOR);
    Duration interval = idle.compareTo(LEAST_IDLE) < 0 ? LEAST_IDLE : idle;
    return now - lastCommit >= interval.toMillis();
  }
}
