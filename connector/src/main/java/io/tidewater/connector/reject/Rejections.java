/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.reject;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out what Connect's {@code errors.*} options say of bad records. For one thread. */
public final class Rejections {
  private static final Logger LOG = LoggerFactory.getLogger(Rejections.class);
  private static final long REPORT_TIMEOUT_SECONDS = 60;

  private final @Nullable ErrantRecordReporter reporter;
  private final Tolerance tolerance;
  private final List<Future<?>> reports = new ArrayList<>();

  /** Whether the task may go on after a bad record. */
  public enum Tolerance {
    NONE,
    ALL
  }

  /**
   * @param reporter the worker's; null if it neither logs errors nor has a dead letter topic
   */
  public Rejections(@Nullable ErrantRecordReporter reporter, Tolerance tolerance) {
    this.reporter = reporter;
    this.tolerance = tolerance;
  }

  /**
   * Rejects a record. Returns if the record may be passed over.
   *
   * @throws RejectedRecordException if bad records are not tolerated
   */
  public void reject(SinkRecord record, Rejection rejection) {
    if (tolerance == Tolerance.NONE) {
      // Not reported: the worker would fail the whole task, and other tables with it.
      throw RejectedRecordException.notTolerated(rejection);
    }
    if (reporter == null) {
      LOG.warn("{}; it is in no table and no dead letter topic", rejection);
    } else {
      report(record, rejection);
    }
  }

  /** What stops a table at a record, whatever Connect's options say. */
  public static RejectedRecordException refusal(Rejection rejection) {
    return RejectedRecordException.refused(rejection);
  }

  /**
   * Waits until all rejected records are where the worker keeps them, so that their offsets may be
   * committed.
   *
   * @throws ConnectException if they cannot be written
   */
  public void awaitReports() {
    for (Future<?> report : reports) {
      try {
        report.get(REPORT_TIMEOUT_SECONDS, TimeUnit.SECONDS);
      } catch (ExecutionException | TimeoutException e) {
        throw new ConnectException("a dead letter could not be written", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ConnectException("interrupted while dead letters were written", e);
      }
    }
    reports.clear();
  }

  private void report(SinkRecord record, Rejection rejection) {
    if (reporter == null) {
      return;
    }
    try {
      reports.add(reporter.report(record, new DataException(rejection.toString())));
    } catch (ConnectException e) {
      // The worker's own way to say that errors are not tolerated.
      RejectedRecordException refused = RejectedRecordException.notTolerated(rejection);
      refused.addSuppressed(e);
      throw refused;
    }
  }
}
