/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.connector.commit.CommitOutcome;
import io.tidewater.connector.pipeline.CommitQueue.Finished;
import io.tidewater.connector.reject.RejectedRecordException;
import io.tidewater.connector.reject.TooManyRejectionsException;
import io.tidewater.format.ledger.OffsetRange;
import io.tidewater.format.ledger.SourceLog;
import io.tidewater.format.ledger.SourcePartition;
import io.tidewater.format.registry.RegistryUnavailableException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of one table's records, from its ledger's position to a commit. Whatever fails on it
 * stays within the table. For the task's thread only.
 */
public final class TablePipeline {
  private static final Logger LOG = LoggerFactory.getLogger(TablePipeline.class);

  private final TableTarget target;
  private final PipelineContext context;
  private final TableReport report;
  private final Staging staging;
  private final CommitQueue commits;
  private final CommitSchedule schedule;
  private final SafePositions safe;
  private final Assignment assignment;
  private final Starts starting;
  private final TableHealth health;
  private final LedgerWatch watch;
  private final CommitNews news;

  public TablePipeline(TableTarget target, PipelineContext context, TableReport report) {
    this.target = target;
    this.context = context;
    this.report = report;
    this.staging = new Staging(target, context);
    this.commits = new CommitQueue(context.executor());
    CommitTrigger trigger = new CommitTrigger(target.settings().cadence());
    this.schedule = new CommitSchedule(trigger, context, staging);
    this.safe = new SafePositions(staging, commits);
    this.assignment = new Assignment(target, context, staging, safe);
    this.starting = assignment.starting();
    this.health = new TableHealth(target, context, report, assignment);
    this.watch = new LedgerWatch(target, context, trigger);
    this.news = new CommitNews(target, report);
    report.began();
  }

  public Health health() {
    return health.now();
  }

  /** Whether a partition should be read for this table now. */
  public boolean takes(SourcePartition source) {
    return health.isWorking() && !commits.isCongested() && staging.has(source);
  }

  /** Whether a commit failed and waits to be tried again: no more is taken meanwhile. */
  public boolean isCongested() {
    return commits.isCongested();
  }

  public boolean isUnassigned() {
    return assignment.isEmpty();
  }

  /** Whether it is being decided where this table starts, so that reading must wait. */
  public boolean isStarting() {
    return starting.isRunning();
  }

  /**
   * Takes over partitions; they are read once it is decided where they start.
   *
   * @param logs the partitions, and perhaps others, as Kafka has them
   */
  public void assign(
      Collection<SourcePartition> sources,
      CompletableFuture<Map<SourcePartition, SourceLog>> logs) {
    assignment.add(sources);
    if (starting.isRunning()) {
      assignment.startMissing();
    } else if (health.isWorking()) {
      starting.begin(sources, logs);
    }
  }

  /** Takes over a partition of which only a record told that it feeds this table. */
  public void assignFrom(SourcePartition source, long firstOffset) {
    starting.floor(source, firstOffset);
    assignment.add(List.of(source));
    if (starting.isRunning() || health.isWorking()) {
      assignment.startMissing();
    }
  }

  /** Gives partitions away, dropping what is staged of them. Flush first. */
  public void release(Collection<SourcePartition> sources) {
    assignment.remove(sources);
    if (assignment.isEmpty() || (staging.rows() > 0 && sources.stream().anyMatch(staging::has))) {
      // Rows of released and kept partitions share files.
      commits.forget();
      starting.forget();
      assignment.drop();
      startAll();
    }
    assignment.end(sources);
  }

  /** Writes a record, if the table still waits for its offset. */
  public void write(SourcePartition source, long offset, SinkRecord record) {
    if (!health.isWorking()) {
      return;
    }
    try {
      switch (staging.write(source, offset, record)) {
        case ROW -> report.wrote();
        case REJECTED -> report.rejected();
        case NONE -> {}
      }
    } catch (RejectedRecordException e) {
      report.rejected();
      // What came before it need not wait until it is mended.
      stageNow();
      health.stop(String.valueOf(e.getMessage()));
    } catch (TooManyRejectionsException e) {
      report.rejected();
      stageNow();
      health.suspend(String.valueOf(e.getMessage()));
    } catch (RegistryUnavailableException e) {
      // What came before it need not wait for the registry.
      stageNow();
      health.fail("cannot learn a schema", e);
    } catch (ConnectException e) {
      throw e;
    } catch (RuntimeException e) {
      health.fail("cannot write rows", e);
    }
  }

  /** Notes that offsets were missing in a partition. */
  public void missed(SourcePartition source, OffsetRange gap) {
    staging.missed(source, gap);
  }

  /** Moves on: takes the results of starts and commits, and begins what is due. */
  public void advance() {
    starting.take().ifPresent(this::started);
    commits.poll(context.now()).ifPresent(this::settle);
    commits.retryIfDue(context.now());
    if (commits.isEmpty() && health.resumeIfDue()) {
      startAll();
    }
    assignment.retryIfDue(health.now());
    if (commits.isEmpty() && health.isWorking()) {
      if (schedule.isDue()) {
        stage();
      } else if (staging.rows() == 0 && !starting.isRunning()) {
        watch
            .look(staging, schedule.last())
            .ifPresent(source -> restart("somebody moved the table's ledger of " + source));
      }
    }
  }

  /** When to advance at the latest, in milliseconds of the task's clock. */
  public long nextDeadline() {
    if (starting.isRunning()) {
      return context.now() + Background.LOOK_AGAIN_MILLIS;
    }
    if (!commits.isEmpty()) {
      return commits.nextDeadline(context.now());
    }
    if (health.waitsUntil().isPresent()) {
      return health.waitsUntil().getAsLong();
    }
    return Math.min(schedule.dueAt(), starting.retryAt());
  }

  /** Waits for a start that is being decided, but not beyond a point in time. */
  public void awaitStart(long deadline) throws InterruptedException {
    starting.await(deadline - context.now());
  }

  /** Begins to commit what is staged, unless a commit is under way. */
  public void stageNow() {
    if (commits.isEmpty() && health.isWorking() && staging.rows() > 0) {
      stage();
    }
  }

  /** Commits all that is staged and waits for it, but not beyond a point in time. */
  public void flush(long deadline) throws InterruptedException {
    awaitCommit(deadline);
    stageNow();
    awaitCommit(deadline);
  }

  /** Drops what is staged and starts from the ledger. */
  public void restart(String reason) {
    if (health.isWorking() && !starting.isRunning()) {
      LOG.warn("starting again table={} reason={}", target.identifier(), reason);
      assignment.drop();
      startAll();
    }
  }

  /** The highest position before which all records of a partition are in the table, or -1. */
  public long safeUpTo(SourcePartition source, long position) {
    return safe.upTo(source, position);
  }

  /**
   * Tells how far the table lags.
   *
   * @param ends where the logs end
   */
  public void reportLag(Map<SourcePartition, Long> ends) {
    report.lag(assignment.lag(ends));
  }

  private void awaitCommit(long deadline) throws InterruptedException {
    commits.await(deadline - context.now());
    commits.poll(context.now()).ifPresent(this::settle);
  }

  private void startAll() {
    if (health.isWorking()) {
      assignment.startAll();
    }
  }

  private void started(Starts.Outcome outcome) {
    if (outcome instanceof Starts.Outcome.Failed failed) {
      health.fail("cannot start", failed.cause());
    } else if (outcome instanceof Starts.Outcome.Decided decided) {
      started(decided.start());
    }
  }

  private void started(TableStart start) {
    if (start.refusal().isPresent()) {
      health.stop(start.refusal().get());
      return;
    }
    try {
      start.table().ifPresent(staging::use);
    } catch (RuntimeException e) {
      health.fail("cannot open the table", e);
      return;
    }
    assignment.begin(start);
  }

  private void stage() {
    watch.forget();
    try {
      context.badRecords().rejections().awaitReports();
      staging
          .close()
          .ifPresent(delivery -> commits.submit(delivery, staging.committers(), context.now()));
      schedule.began();
    } catch (ConnectException e) {
      throw e;
    } catch (RuntimeException e) {
      health.fail("cannot finish data files", e);
    }
  }

  private void settle(Finished finished) {
    news.tell(finished);
    CommitOutcome outcome = finished.outcome();
    if (outcome instanceof CommitOutcome.Landed) {
      health.succeeded();
    } else if (outcome instanceof CommitOutcome.Fenced) {
      assignment.drop();
      finished.delivery().rows().ifPresent(safe::fenced);
      startAll();
    } else if (outcome instanceof CommitOutcome.Refused refused) {
      health.stop(refused.explanation());
    }
  }
}
