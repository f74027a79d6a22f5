/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.commit;

import java.util.Random;

/** How a committer waits before it tries again, so that those that conflict do not keep step. */
@FunctionalInterface
public interface Patience {
  /** Returns when it is time for the next attempt. */
  void await(int failedAttempts);

  /** Waits for a random time that grows with each attempt, up to a second. */
  static Patience growing(Random random) {
    return failedAttempts -> {
      long longest = Math.min(1_000, 10L << Math.min(failedAttempts, 10));
      try {
        Thread.sleep(random.nextLong(longest + 1));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted between attempts to commit", e);
      }
    };
  }
}
