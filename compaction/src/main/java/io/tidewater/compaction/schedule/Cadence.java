/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schedule;

import java.time.Duration;

/**
 * How fast the schedule beats.
 *
 * @param look between two looks at a table that changes
 * @param longestLook between two looks at a table that has not changed for long
 * @param retry before the first new try of what failed
 * @param longestRetry before any new try
 */
public record Cadence(Duration look, Duration longestLook, Duration retry, Duration longestRetry) {
  /** How long to wait for the next look, after so many in a row that found nothing new. */
  Duration afterQuiet(int looks) {
    return grown(look, looks, longestLook);
  }

  /** How long to wait after so many failures in a row. */
  Duration afterFailures(int failures) {
    return grown(retry, failures - 1, longestRetry);
  }

  private static Duration grown(Duration first, int doublings, Duration longest) {
    Duration grown = first.multipliedBy(1L << Math.min(Math.max(doublings, 0), 30));
    return grown.compareTo(longest) < 0 ? grown : longest;
  }
}
