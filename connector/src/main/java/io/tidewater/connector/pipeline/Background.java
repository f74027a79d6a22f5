/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
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

  /** Waits until there is a result to take, but not longer than some time. */
  void await(long millis) throws InterruptedException {
    CompletableFuture<T> computation = running;
    if (computation == null) {
      return;
    }
    try {
      computation.get(Math.max(0, millis), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException | CancellationException e) {
      // Whoever takes the result learns of it.
      return;
    }
  }

  /** Takes the result, or what went wrong; empty while there is neither. */
  <R> Optional<R> take(Function<T, R> onResult, Function<RuntimeException, R> onFailure) {
    CompletableFuture<T> computation = running;
    if (computation == null || !computation.isDone()) {
      return Optional.empty();
    }
    running = null;
    T result;
    try {
      result = computation.join();
    } catch (CompletionException | CancellationException e) {
      return Optional.of(onFailure.apply(causeOf(e)));
    }
    return Optional.of(onResult.apply(result));
  }

  private static RuntimeException causeOf(RuntimeException e) {
    return e.getCause() instanceof RuntimeException cause ? cause : e;
  }
}
