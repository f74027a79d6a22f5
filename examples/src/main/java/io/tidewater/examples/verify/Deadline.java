/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.verify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time by which waiting ends. */
final class Deadline {
  private static final Duration STEP = Duration.ofSeconds(1);

  private final Instant end;
  private final InstantSource clock;
  private final Pause pause;

  Deadline(Duration patience, InstantSource clock, Pause pause) {
    this.end = clock.instant().plus(patience);
    this.clock = clock;
    this.pause = pause;
  }

  boolean hasPassed() {
    return Thread.currentThread().isInterrupted() || !clock.instant().isBefore(end);
  }

  /** Lets a little time pass. */
  void pause() {
    pause.forA(STEP);
  }
}
