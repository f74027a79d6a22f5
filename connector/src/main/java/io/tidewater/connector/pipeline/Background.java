/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** At most one computation on another thread, whose result the task's thread comes to take. */
final class Background<T> {
  /** How soon to look for a result again. */
  static final long LOOK_AGAIN_MILLIS = 50;

  private @Nullable CompletableFuture<T> running;

  void run(CompletableFuture<T> computation) {
    running = computation;
  }

  boolean isRunning() {
    return running != null;
  }

  /** No longer waits for the result. The computation goes on, and what it does still counts. */
  void forget() {
    running = null;
  }

  /** Waits for the result, but not beyond a time. */
  void await(long millis) throws InterruptedException {
    CompletableFuture<T> computation = running;
    if (computation != null) {
      try {
        computation.get(Math.max(0, millis), TimeUnit.MILLISECONDS);
      } catch (ExecutionException | TimeoutException e) {
        // The one who takes the result learns of it.
        return;
      }
    }
  }

  /** Hands the result over, if there is one. */
  void takeResult(Consumer<T> result, Consumer<RuntimeException> failure) {
    CompletableFuture<T> computation = running;
    if (computation == null || !computation.isDone()) {
      return;
    }
    running = null;
    T value;
    try {
      value = computation.join();
    } catch (CompletionException e) {
      failure.accept(
          e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e));
      return;
    }
    result.accept(value);
  }
}
