/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.reject;

import io.tidewater.connector.config.RejectionLimit;

/** Counts the good and bad records of one table within a window that moves with time. */
public final class RejectionRate {
  private static final int SLOTS = 10;

  private final RejectionLimit limit;
  private final long slotMillis;
  private final long[] good = new long[SLOTS];
  private final long[] bad = new long[SLOTS];
  private long newestSlot = Long.MIN_VALUE;

  public RejectionRate(RejectionLimit limit) {
    this.limit = limit;
    this.slotMillis = Math.max(1, limit.window().toMillis() / SLOTS);
  }

  /**
   * Counts a good record.
   *
   * @param now milliseconds of a clock that never goes back
   */
  public void accepted(long now) {
    good[slotAt(now)]++;
  }

  /**
   * Counts a bad record.
   *
   * @param now milliseconds of a clock that never goes back
   * @throws TooManyRejectionsException it is one too many
   */
  public void rejected(long now, Rejection rejection) {
    bad[slotAt(now)]++;
    long rejected = sum(bad);
    long all = rejected + sum(good);
    if (limit.percent() < RejectionLimit.NEVER
        && rejected >= limit.records()
        && rejected * 100 > all * limit.percent()) {
      throw new TooManyRejectionsException(limit, rejected, all, rejection);
    }
  }

  private int slotAt(long now) {
    long slot = Math.floorDiv(now, slotMillis);
    if (slot > newestSlot) {
      long emptied = newestSlot == Long.MIN_VALUE ? SLOTS : Math.min(SLOTS, slot - newestSlot);
      for (long passed = 0; passed < emptied; passed++) {
        int index = Math.floorMod(slot - passed, SLOTS);
        good[index] = 0;
        bad[index] = 0;
      }
      newestSlot = slot;
    }
    return Math.floorMod(slot, SLOTS);
  }

  private static long sum(long[] counts) {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }
}
