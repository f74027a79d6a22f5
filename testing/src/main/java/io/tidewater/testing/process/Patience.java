/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.process;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How long to wait for something, and how often to look.
 *
 * @param limit when to give up
 * @param interval the pause between two looks
 */
public record Patience(Duration limit, Duration interval) {
  /** Looks ten times a second. */
  public static Patience of(Duration limit) {
    return new Patience(limit, Duration.ofMillis(100));
  }

  /**
   * Looks until there is an answer.
   *
   * @param look what to ask; what it throws ends the wait
   * @param onTimeout makes the exception to throw once the limit has passed: it should say what was
   *     waited for, how long, and what was last seen
   */
  public <T> T until(Supplier<Optional<T>> look, Supplier<? extends RuntimeException> onTimeout) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      Optional<T> answer = look.get();
      if (answer.isPresent()) {
        return answer.get();
      }
      if (System.nanoTime() - deadline >= 0) {
        throw onTimeout.get();
      }
      pause();
    }
  }

  private void pause() {
    try {
      TimeUnit.NANOSECONDS.sleep(interval.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerException("Interrupted while waiting for a server", e);
    }
  }
}
