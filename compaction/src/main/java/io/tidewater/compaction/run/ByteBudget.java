/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.run;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Bytes per hour, shared by all tasks: a bucket that fills steadily and holds a minute's worth. Who
 * takes more than there is goes into debt, and waits until it is paid. Thread-safe.
 */
public final class ByteBudget {
  private static final double NANOS_PER_HOUR = Duration.ofHours(1).toNanos();

  private final double bytesPerNano;
  private final double capacity;
  private final LongSupplier nanoTime;
  private double balance;
  private long filledAt;

  /**
   * @param bytesPerHour 0 for no limit
   * @param nanoTime a clock that only goes forward, in nanoseconds
   */
  public ByteBudget(long bytesPerHour, LongSupplier nanoTime) {
    this.bytesPerNano = bytesPerHour / NANOS_PER_HOUR;
    this.capacity = bytesPerHour / 60.0;
    this.nanoTime = nanoTime;
    this.balance = capacity;
    this.filledAt = nanoTime.getAsLong();
  }

  /** Takes bytes that were read or written; returns how long to wait before the next. */
  synchronized Duration spend(long bytes) {
    if (bytesPerNano == 0) {
      return Duration.ZERO;
    }
    long now = nanoTime.getAsLong();
    balance = Math.min(capacity, balance + (now - filledAt) * bytesPerNano) - bytes;
    filledAt = now;
    return balance >= 0
        ? Duration.ZERO
        : Duration.ofNanos((long) Math.ceil(-balance / bytesPerNano));
  }
}
