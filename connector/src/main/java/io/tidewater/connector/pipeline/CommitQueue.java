/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.connector.commit.CommitOutcome;
import io.tidewater.connector.commit.Delivery;
import io.tidewater.format.ledger.ClaimedRange;
import io.tidewater.format.ledger.SourcePartition;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The one delivery of a table that is being committed, and tried again until its fate is known. */
final class CommitQueue {
  private final Executor executor;
  private final Background<CommitOutcome> committing = new Background<>();
  private final Backoff backoff = new Backoff();
  private @Nullable Delivery delivery;
  private @Nullable Function<Delivery, CommitOutcome> committer;
  private long submittedAt;
  private long retryAt;

  CommitQueue(Executor executor) {
    this.executor = executor;
  }

  boolean isEmpty() {
    return delivery == null;
  }

  /** Whether it failed and waits to be tried again. */
  boolean isCongested() {
    return delivery != null && !committing.isRunning();
  }

  void submit(Delivery next, Function<Delivery, CommitOutcome> by, long now) {
    delivery = next;
    committer = by;
    backoff.reset();
    run(now);
  }

  /** Tries a failed delivery again once its time has come. */
  void retryIfDue(long now) {
    if (isCongested() && now >= retryAt) {
      run(now);
    }
  }

  /**
   * Takes the outcome, if there is one.
   *
   * @return what was committed and how it ended; for a failure the delivery stays and will be
   *     retried
   */
  Optional<Finished> poll(long now) {
    Delivery pending = delivery;
    if (pending == null) {
      return Optional.empty();
    }
    Optional<CommitOutcome> outcome =
        committing.take(Function.identity(), CommitOutcome.Failed::new);
    if (outcome.isPresent()) {
      if (outcome.get() instanceof CommitOutcome.Failed) {
        retryAt = now + backoff.next();
      } else {
        delivery = null;
      }
    }
    return outcome.map(ended -> new Finished(pending, ended, now - submittedAt));
  }

  void await(long millis) throws InterruptedException {
    committing.await(millis);
  }

  /** When to look again, in milliseconds of the task's clock. */
  long nextDeadline(long now) {
    if (committing.isRunning()) {
      return now + Background.LOOK_AGAIN_MILLIS;
    }
    return delivery == null ? Long.MAX_VALUE : retryAt;
  }

  /** Where what is pending of a partition begins, if it is more than offsets. */
  OptionalLong firstPending(SourcePartition source) {
    if (delivery == null || delivery.isEmpty() || delivery.rows().isEmpty()) {
      return OptionalLong.empty();
    }
    ClaimedRange claimed = delivery.rows().get().claim().ranges().get(source);
    return claimed == null ? OptionalLong.empty() : OptionalLong.of(claimed.range().from());
  }

  /** No longer waits for the delivery. It may land all the same. */
  void forget() {
    delivery = null;
    committing.forget();
  }

  private void run(long now) {
    Delivery pending = delivery;
    Function<Delivery, CommitOutcome> by = committer;
    if (pending != null && by != null) {
      submittedAt = now;
      committing.run(CompletableFuture.supplyAsync(() -> by.apply(pending), executor));
    }
  }

  /**
   * @param millis how long the commit took
   */
  record Finished(Delivery delivery, CommitOutcome outcome, long millis) {}
}
