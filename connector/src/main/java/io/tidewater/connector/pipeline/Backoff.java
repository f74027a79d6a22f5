/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

/** Growing waits between the tries of a table that fails. */
final class Backoff {
  private static final long FIRST_MILLIS = 500;
  private static final long LONGEST_MILLIS = 60_000;

  private long next = FIRST_MILLIS;

  /** The next wait in milliseconds; each is twice as long as the one before, up to a minute. */
  long next() {
    long wait = next;
    next = Math.min(LONGEST_MILLIS, next * 2);
    return wait;
  }

  void reset() {
    next = FIRST_MILLIS;
  }
}
