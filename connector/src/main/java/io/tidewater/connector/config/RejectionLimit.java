/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import java.time.Duration;

/**
 * How many bad records a table bears within a window of time.
 *
 * @param percent it is suspended when more of a hundred records are bad
 * @param records but not for fewer bad records than this
 * @param window the time over which records are counted
 */
public record RejectionLimit(long percent, long records, Duration window) {
  /** The percentage that no table can exceed. */
  public static final long NEVER = 100;

  /** More than a fifth of the records of ten minutes, if they are a thousand or more. */
  public static final RejectionLimit DEFAULT =
      new RejectionLimit(20, 1_000, Duration.ofMinutes(10));
}
