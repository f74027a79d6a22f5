/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction;

import io.tidewater.compaction.task.TaskCancelledException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How tasks wait. Who is interrupted meanwhile is told that the task was cancelled. */
final class Waiting {
  private static final long FIRST_MILLIS = 50;
  private static final long LONGEST_MILLIS = 5_000;

  /** Waits before another attempt to commit: longer each time, and not in step with others. */
  void betweenAttempts(int attempts) {
    long longest =
        Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(Math.max(attempts - 1, 0), 16));
    pass(Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1)));
  }

  /** Lets time pass. */
  void pass(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TaskCancelledException("interrupted");
    }
  }
}
