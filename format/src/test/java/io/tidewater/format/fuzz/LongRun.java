/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.fuzz;

import java.time.Duration;

/**
 * A run of a fuzz test for as long as somebody asks: {@code -Dtidewater.fuzz.seconds=N}, from a
 * seed that is printed, or {@code -Dtidewater.fuzz.seed=S}; that alone runs once. Without either
 * nothing runs.
 */
public final class LongRun {
  private static final String SECONDS = "tidewater.fuzz.seconds";
  private static final String SEED = "tidewater.fuzz.seed";
  private static final long FIRST_SEED = 1000;

  private LongRun() {}

  /** All that chance brings from one seed. */
  @FunctionalInterface
  public interface Round {
    void run(long seed) throws Exception;
  }

  /**
   * Runs one seed after the other.
   *
   * @param what is fuzzed, for who looks on
   */
  public static void of(String what, Round round) throws Exception {
    Long asked = Long.getLong(SEED);
    long seed = asked == null ? FIRST_SEED : asked;
    long end = System.nanoTime() + Duration.ofSeconds(Long.getLong(SECONDS, 0)).toNanos();
    boolean once = asked != null;
    while (once || System.nanoTime() < end) {
      System.out.println("fuzzing " + what + " with seed " + seed);
      round.run(seed);
      seed++;
      once = false;
    }
  }
}
