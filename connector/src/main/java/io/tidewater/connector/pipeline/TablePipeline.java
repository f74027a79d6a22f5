/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.connector.commit.CommitOutcome;
import io.tidewater.connector.pipeline.CommitQueue.Finished;
import io.tidewater.connector.pipeline.Health.Stopped;
import io.tidewater.connector.pipeline.Health.Suspended;
import io.tidewater.connector.pipeline.Health.Waiting;
import io.tidewater.connector.pipeline.Health.Working;
import io.tidewater.connector.reject.RejectedRecordException;
import io.tidewater.connector.reject.TooManyRejectionsException;
import io.tidewater.format.ledger.OffsetRange;
import io.tidewater.format.ledger.SourceLog;
import io.tidewater.format.ledger.SourcePartition;
import io.tidewater.format.registry.RegistryUnavailableException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
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
  private final CommitTrigger trigger;
  private final Staging staging;
  private final CommitQueue commits;
  private final SafePositions safe;
  private final Starts starting;
  private final LedgerWatch watch;
  private final CommitNews news;
  private final Backoff backoff = new Backoff();
  private final TreeSet<SourcePartition> assigned = new TreeSet<>();

  private Health health = new Working();
  private long lastCommit;

  public TablePipeline(TableTarget target, PipelineContext context, TableReport report) {
    this.target = target;
    this.context = context;
    this.report = report;
    this.trigger = new CommitTrigger(target.settings().cadence());
    this.staging = new Staging(target, context);
    this.commits = new CommitQueue(context.executor());
    this.safe = new SafePositions(staging, commits);
    this.starting = new Starts(target, context);
    this.watch = new LedgerWatch(target, context, trigger);
    this.news = new CommitNews(target, report);
    this.lastCommit = context.now();
    report.began();
  }

  public Health health() {
    return health;
  }

  /** Whether a partition should be read for this table now. */
  public boolean takes(SourcePartition source) {
    return health instanceof Working && !commits.isCongested() && staging.has(source);
  }

  /** Whether a commit failed and waits to be tried again: no more is taken meanwhile. */
  public boolean isCongested() {
    return commits.isCongested();
  }

  public boolean isUnassigned() {
    return assigned.isEmpty();
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
    assigned.addAll(sources);
    if (starting.isRunning()) {
      starting.begin(missing());
    } else if (health instanceof Working) {
      starting.begin(sources, logs);
    }
  }

  /** Takes over a partition of which only a record told that it feeds this table. */
  public void assignFrom(SourcePartition source, long firstOffset) {
    starting.floor(source, firstOffset);
    assigned.add(source);
    if (starting.isRunning() || health instanceof Working) {
      starting.begin(missing());
    }
  }

  /** Gives partitions away, dropping what is staged of them. Flush first. */
  public void release(Collection<SourcePartition> sources) {
    assigned.removeAll(sources);
    if (assigned.isEmpty() || (staging.rows() > 0 && sources.stream().anyMatch(staging::has))) {
      // Rows of released and kept partitions share files.
      commits.forget();
      starting.forget();
      drop();
      if (!assigned.isEmpty()) {
        startAll();
      }
    }
    staging.end(sources);
    safe.end(sources);
    starting.end(sources);
  }

  /** Writes a record, if the table still waits for its offset. */
  public void write(SourcePartition source, long offset, SinkRecord record) {
    if (!(health instanceof Working)) {
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
      stop(String.valueOf(e.getMessage()));
    } catch (TooManyRejectionsException e) {
      report.rejected();
      stageNow();
      suspend(String.valueOf(e.getMessage()));
    } catch (RegistryUnavailableException e) {
      // What came before it need not wait for the registry.
      stageNow();
      fail("cannot learn a schema", e);
    } catch (ConnectException e) {
      throw e;
    } catch (RuntimeException e) {
      fail("cannot write rows", e);
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
    if (health instanceof Waiting waiting
        && commits.isEmpty()
        && context.now() >= waiting.until()) {
      health = new Working();
      startAll();
    }
    if (starting.isRetryDue()) {
      start(missing());
    }
    if (commits.isEmpty() && health instanceof Working) {
      if (isDue()) {
        stage();
      } else if (staging.rows() == 0 && !starting.isRunning()) {
        watch
            .look(staging, lastCommit)
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
    if (health instanceof Waiting waiting) {
      return waiting.until();
    }
    long due = staging.rows() > 0 ? trigger.dueAt(staging.since()) : Long.MAX_VALUE;
    return Math.min(due, starting.retryAt());
  }

  /** Waits for a start that is being decided, but not beyond a point in time. */
  public void awaitStart(long deadline) throws InterruptedException {
    starting.await(deadline - context.now());
  }

  /** Begins to commit what is staged, unless a commit is under way. */
  public void stageNow() {
    if (commits.isEmpty() && health instanceof Working && staging.rows() > 0) {
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
    if (health instanceof Working && !starting.isRunning()) {
      LOG.warn("starting again table={} reason={}", target.identifier(), reason);
      drop();
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
    long lag = 0;
    for (SourcePartition source : assigned) {
      Long end = ends.get(source);
      if (end != null) {
        long position = context.reading().position(source).orElse(end);
        lag += Math.max(0, end - Math.max(0, safeUpTo(source, position)));
      }
    }
    report.lag(lag);
  }

  private void awaitCommit(long deadline) throws InterruptedException {
    commits.await(deadline - context.now());
    commits.poll(context.now()).ifPresent(this::settle);
  }

  private boolean isDue() {
    return trigger.isDue(staging.rows(), staging.bytes(), staging.since(), context.now())
        || (staging.rows() == 0
            && trigger.isIdleDue(lastCommit, context.now())
            && staging.hasUnclaimed());
  }

  private void startAll() {
    start(assigned);
  }

  private void start(Collection<SourcePartition> sources) {
    if (health instanceof Working && !sources.isEmpty()) {
      starting.begin(sources);
    }
  }

  /** The partitions that no start was decided for. */
  private List<SourcePartition> missing() {
    return assigned.stream().filter(source -> !staging.has(source)).toList();
  }

  private void started(Starts.Outcome outcome) {
    if (outcome instanceof Starts.Outcome.Failed failed) {
      fail("cannot start", failed.cause());
    } else if (outcome instanceof Starts.Outcome.Decided decided) {
      started(decided.start());
    }
  }

  private void started(TableStart start) {
    if (start.refusal().isPresent()) {
      stop(start.refusal().get());
      return;
    }
    try {
      start.table().ifPresent(staging::use);
    } catch (RuntimeException e) {
      fail("cannot open the table", e);
      return;
    }
    start.deadLetters().ifPresent(letters -> staging.begin(letters, assigned));
    start
        .starts()
        .forEach(
            (source, decision) -> {
              if (assigned.contains(source)) {
                safe.started(source);
                staging.begin(source, decision.start(), decision.log());
              }
            });
    starting.retryLater(missing());
  }

  private void stage() {
    watch.forget();
    try {
      context.badRecords().rejections().awaitReports();
      staging
          .close()
          .ifPresent(delivery -> commits.submit(delivery, staging.committers(), context.now()));
      lastCommit = context.now();
    } catch (ConnectException e) {
      throw e;
    } catch (RuntimeException e) {
      fail("cannot finish data files", e);
    }
  }

  private void settle(Finished finished) {
    news.tell(finished);
    CommitOutcome outcome = finished.outcome();
    if (outcome instanceof CommitOutcome.Landed) {
      backoff.reset();
    } else if (outcome instanceof CommitOutcome.Fenced) {
      drop();
      finished.delivery().rows().ifPresent(safe::fenced);
      startAll();
    } else if (outcome instanceof CommitOutcome.Refused refused) {
      stop(refused.explanation());
    }
  }

  private void fail(String what, RuntimeException cause) {
    long wait = backoff.next();
    drop();
    health = new Waiting(context.now() + wait, what + ": " + cause);
    report.failed(what + ": " + cause);
    LOG.warn("{}, next try in {} ms table={}", what, wait, target.identifier(), cause);
  }

  private void stop(String explanation) {
    drop();
    health = new Stopped(explanation);
    report.stopped(explanation);
    LOG.error("stopped table={}: {}", target.identifier(), explanation);
  }

  private void suspend(String explanation) {
    drop();
    health = new Suspended(explanation);
    report.suspended(explanation);
    LOG.error("suspended table={}: {}", target.identifier(), explanation);
  }

  private void drop() {
    safe.dropping(assigned);
    staging.drop();
  }
}
