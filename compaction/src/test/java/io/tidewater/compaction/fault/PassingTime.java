/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.fault;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time of the storage, which passes as a test wants. */
final class PassingTime implements InstantSource {
  private Duration passed = Duration.ZERO;

  void pass(Duration time) {
    passed = passed.plus(time);
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(passed);
  }
}
