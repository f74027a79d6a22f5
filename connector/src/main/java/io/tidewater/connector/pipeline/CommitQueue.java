/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.connector.commit.CommitOutcome;
import io.tidewater.connector.commit.Committer;
import io.tidewater.connector.commit.Unit;
import io.tidewater.format.ledger.ClaimedRange;
import io.tidewater.format.ledger.SourcePartition;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The one unit of a table that is being committed, and tried again until its fate is known. */
final class CommitQueue {
  private final Executor executor;
  private final Background<CommitOutcome> committing = new Background<>();
  private final Backoff backoff = new Backoff();
  private @Nullable Unit unit;
  private @Nullable Committer committer;
  private long submittedAt;
  private long retryAt;

  CommitQueue(Executor executor) {
    this.executor = executor;
  }

  boolean isEmpty() {
    return unit == null;
  }

  /** Whether the unit failed and waits to be tried again. */
  boolean isCongested() {
    return unit != null && !committing.isRunning();
  }

  void submit(Unit next, Committer by, long now) {
    unit = next;
    committer = by;
    backoff.reset();
    run(now);
  }

  /** Tries a failed unit again once its time has come. */
  void retryIfDue(long now) {
    if (isCongested() && now >= retryAt) {
      run(now);
    }
  }

  /**
   * Takes the outcome, if there is one.
   *
   * @return what was committed and how it ended; for a failure the unit stays and will be retried
   */
  Optional<Finished> poll(long now) {
    Unit pending = unit;
    if (pending == null) {
      return Optional.empty();
    }
    Optional<CommitOutcome> outcome =
        committing.take(Function.identity(), CommitOutcome.Failed::new);
    if (outcome.isPresent()) {
      if (outcome.get() instanceof CommitOutcome.Failed) {
        retryAt = now + backoff.next();
      } else {
        unit = null;
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
    return unit == null ? Long.MAX_VALUE : retryAt;
  }

  /** Where the unit's rows of a partition begin, if it has rows and claims the partition. */
  OptionalLong firstPending(SourcePartition source) {
    if (unit == null || unit.files().isEmpty()) {
      return OptionalLong.empty();
    }
    ClaimedRange claimed = unit.claim().ranges().get(source);
    return claimed == null ? OptionalLong.empty() : OptionalLong.of(claimed.range().from());
  }

  /** No longer waits for the unit. It may land all the same. */
  void forget() {
    unit = null;
    committing.forget();
  }

  private void run(long now) {
    Unit pending = unit;
    Committer by = committer;
    if (pending != null && by != null) {
      submittedAt = now;
      committing.run(CompletableFuture.supplyAsync(() -> by.commit(pending), executor));
    }
  }

  /**
   * @param millis how long the commit took
   */
  record Finished(Unit unit, CommitOutcome outcome, long millis) {}
}
