/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.connector.commit.CommitOutcome;
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
    Unit unit = finished.unit();
    CommitOutcome outcome = finished.outcome();
    if (outcome instanceof CommitOutcome.Landed) {
      report.committed(unit, finished.millis());
      LOG.info(
          "committed table={} commitId={} rows={} files={} millis={}",
          target.identifier(),
          unit.commitId(),
          unit.rows(),
          unit.files().size(),
          finished.millis());
    } else if (outcome instanceof CommitOutcome.Fenced fenced) {
      report.fenced();
      LOG.warn("fenced table={} reason={}", target.identifier(), fenced.reason());
    } else if (outcome instanceof CommitOutcome.Failed failed) {
      report.failed(failed.cause().toString());
      LOG.warn(
          "commit failed and will be tried again table={} commitId={}",
          target.identifier(),
          unit.commitId(),
          failed.cause());
    }
  }
}
