/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.connector.commit.CommitOutcome;
import io.tidewater.connector.commit.Delivery;
import io.tidewater.connector.commit.Unit;
import io.tidewater.connector.pipeline.CommitQueue.Finished;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells how the commits of a table ended, in the log and in its report. */
final class CommitNews {
  private static final Logger LOG = LoggerFactory.getLogger(CommitNews.class);

  private final TableTarget target;
  private final TableReport report;

  CommitNews(TableTarget target, TableReport report) {
    this.target = target;
    this.report = report;
  }

  void tell(Finished finished) {
    Delivery delivery = finished.delivery();
    CommitOutcome outcome = finished.outcome();
    if (outcome instanceof CommitOutcome.Landed) {
      long deadLetters = delivery.deadLetters().map(letters -> letters.unit().rows()).orElse(0L);
      report.committed(delivery, finished.millis());
      LOG.info(
          "committed table={} commitId={} rows={} files={} deadLetters={} millis={}",
          target.identifier(),
          delivery.commitId(),
          delivery.rows().map(Unit::rows).orElse(0L),
          delivery.rows().map(unit -> unit.files().size()).orElse(0),
          deadLetters,
          finished.millis());
    } else if (outcome instanceof CommitOutcome.Fenced fenced) {
      report.fenced();
      LOG.warn("fenced table={} reason={}", target.identifier(), fenced.reason());
    } else if (outcome instanceof CommitOutcome.Failed failed) {
      report.failed(failed.cause().toString());
      LOG.warn(
          "commit failed and will be tried again table={} commitId={}",
          target.identifier(),
          delivery.commitId(),
          failed.cause());
    }
  }
}
