/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.format.ledger.Ledger;
import io.tidewater.format.ledger.SourcePartition;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the ledger of a table that gets no rows, since no commit would tell that somebody rolled
 * it back or dropped it.
 */
final class LedgerWatch {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerWatch.class);

  private final TableTarget target;
  private final PipelineContext context;
  private final Background<Optional<Ledger>> looking = new Background<>();
  private final CommitTrigger trigger;
  private long lastLook = Long.MIN_VALUE;

  LedgerWatch(TableTarget target, PipelineContext context, CommitTrigger trigger) {
    this.target = target;
    this.context = context;
    this.trigger = trigger;
  }

  /**
   * Takes what a look has found, and begins another when it is time.
   *
   * @param staging without rows, nothing of it being committed
   * @param lastCommit when the table was committed last, in milliseconds of the task's clock
   * @return a partition that somebody else has moved
   */
  Optional<SourcePartition> look(Staging staging, long lastCommit) {
    if (trigger.isLookDue(Math.max(lastCommit, lastLook), context.now())) {
      lastLook = context.now();
      looking.run(
          CompletableFuture.supplyAsync(
              () -> context.starter().ledger(target), context.executor()));
    }
    return take().flatMap(staging::disagreement);
  }

  /** What is being looked up will be out of date. */
  void forget() {
    looking.forget();
  }

  private Optional<Ledger> take() {
    return looking
        .take(
            ledger -> ledger,
            failure -> {
              LOG.debug("cannot look at the ledger table={}", target.identifier(), failure);
              return Optional.<Ledger>empty();
            })
        .flatMap(ledger -> ledger);
  }
}
