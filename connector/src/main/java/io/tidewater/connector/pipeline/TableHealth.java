/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.connector.pipeline.Health.Stopped;
import io.tidewater.connector.pipeline.Health.Suspended;
import io.tidewater.connector.pipeline.Health.Waiting;
import io.tidewater.connector.pipeline.Health.Working;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the health of one table changes. A table that ceases to work drops what is staged, and tells
 * why in the log and in its report.
 */
final class TableHealth {
  private static final Logger LOG = LoggerFactory.getLogger(TableHealth.class);

  private final TableTarget target;
  private final PipelineContext context;
  private final TableReport report;
  private final Assignment assignment;
  private final Backoff backoff = new Backoff();

  private Health now = new Working();

  TableHealth(
      TableTarget target, PipelineContext context, TableReport report, Assignment assignment) {
    this.target = target;
    this.context = context;
    this.report = report;
    this.assignment = assignment;
  }

  Health now() {
    return now;
  }

  boolean isWorking() {
    return now instanceof Working;
  }

  /** Until when a table waits that failed, in milliseconds of the task's clock. */
  OptionalLong waitsUntil() {
    return now instanceof Waiting waiting ? OptionalLong.of(waiting.until()) : OptionalLong.empty();
  }

  /** Has the table work again if it has waited long enough; returns whether it does. */
  boolean resumeIfDue() {
    OptionalLong until = waitsUntil();
    if (until.isEmpty() || context.now() < until.getAsLong()) {
      return false;
    }
    now = new Working();
    return true;
  }

  /** Notes that all went well, so that the next failure is the first. */
  void succeeded() {
    backoff.reset();
  }

  /** Fails for a reason that may pass: the table waits, longer each time in a row. */
  void fail(String what, RuntimeException cause) {
    long wait = backoff.next();
    assignment.drop();
    now = new Waiting(context.now() + wait, what + ": " + cause);
    report.failed(what + ": " + cause);
    LOG.warn("{}, next try in {} ms table={}", what, wait, target.identifier(), cause);
  }

  /** Stops for good. */
  void stop(String explanation) {
    assignment.drop();
    now = new Stopped(explanation);
    report.stopped(explanation);
    LOG.error("stopped table={}: {}", target.identifier(), explanation);
  }

  /** Takes no more records, because too many of them were bad. */
  void suspend(String explanation) {
    assignment.drop();
    now = new Suspended(explanation);
    report.suspended(explanation);
    LOG.error("suspended table={}: {}", target.identifier(), explanation);
  }
}
