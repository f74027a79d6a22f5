/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.connector.config.DeadLetterOptions;
import io.tidewater.connector.config.DeadLetterOptions.Keeper;
import io.tidewater.connector.deadletter.DeadLetter;
import io.tidewater.connector.deadletter.DeadLetters;
import io.tidewater.connector.reject.Misfit;
import io.tidewater.connector.reject.Rejection;
import io.tidewater.connector.reject.RejectionRate;
import io.tidewater.connector.reject.Rejections;
import io.tidewater.format.ledger.SourcePartition;
import java.util.Optional;
import org.apache.kafka.connect.sink.SinkRecord;

/** Decides where the bad records of one table go. For the task's thread. */
final class BadRecords {
  private final TableTarget target;
  private final PipelineContext context;
  private final RejectionRate rate;
  private final Optional<DeadLetters> deadLetters;

  BadRecords(TableTarget target, PipelineContext context) {
    this.target = target;
    this.context = context;
    DeadLetterOptions options = context.badRecords().options();
    this.rate = new RejectionRate(options.limit());
    this.deadLetters =
        options.keeper() == Keeper.TABLE
            ? Optional.of(
                new DeadLetters(
                    options.tableOf(target.identifier()),
                    target.settings().branch(),
                    context.badRecords().tables()))
            : Optional.empty();
  }

  /** The dead letters that wait to be committed, if they go to a table. */
  Optional<DeadLetters> deadLetters() {
    return deadLetters;
  }

  /** Counts a record that became a row. */
  void accepted() {
    rate.accepted(context.now());
  }

  /**
   * Rejects a record. Returns if it may be passed over.
   *
   * @return whether it is a dead letter that waits to be committed
   * @throws io.tidewater.connector.reject.RejectedRecordException it must not be passed over
   * @throws io.tidewater.connector.reject.TooManyRejectionsException there are too many of them
   * @throws RuntimeException the catalog or the storage failed
   */
  boolean reject(SourcePartition source, long offset, SinkRecord record, Misfit misfit) {
    Rejection rejection =
        new Rejection("table " + target.identifier(), source, offset, misfit.explanation());
    rate.rejected(context.now(), rejection);
    if (deadLetters.isPresent()) {
      return deadLetters.get().write(source, offset, new DeadLetter(record, misfit));
    }
    context.badRecords().rejections().reject(record, rejection);
    return false;
  }

  /** Stops the table at a record. */
  RuntimeException stopAt(SourcePartition source, long offset, Misfit misfit) {
    return Rejections.refusal(
        new Rejection("table " + target.identifier(), source, offset, misfit.explanation()));
  }
}
