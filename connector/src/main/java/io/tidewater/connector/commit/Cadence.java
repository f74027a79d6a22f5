/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.commit;

import java.time.Duration;

/**
 * When a table commits: as soon as one of the limits is reached.
 *
 * @param interval since the first row that waits
 * @param bytes of closed and open files
 * @param records that wait
 * @param idleInterval since the last commit, for offsets that brought no row
 */
public record Cadence(Duration interval, long bytes, long records, Duration idleInterval) {

  /**
   * @param waiting the number of rows that wait
   * @param waitingSince when the first of them came, in milliseconds of the same clock as {@code
   *     now}
   */
  public boolean isDue(long waiting, long waitingBytes, long waitingSince, long now) {
    return waiting > 0
        && (now - waitingSince >= interval.toMillis()
            || waiting >= records
            || waitingBytes >= bytes);
  }

  /** Whether offsets without rows are due to be noted in the table. */
  public boolean isIdleDue(long lastCommit, long now) {
    return now - lastCommit >= idleInterval.toMillis();
  }
}
