/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.connector.commit.CommitOutcome;
import io.tidewater.connector.commit.Unit;
import io.tidewater.connector.pipeline.Health.Stopped;
import io.tidewater.connector.pipeline.Health.Waiting;
import io.tidewater.connector.pipeline.Health.Working;
import io.tidewater.connector.reject.RejectedRecordException;
import io.tidewater.format.ledger.Basis;
import io.tidewater.format.ledger.Claim;
import io.tidewater.format.ledger.SourceLog;
import io.tidewater.format.ledger.SourcePartition;
import io.tidewater.format.ledger.Start;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * The way of one table's records, from its ledger's position to a commit. For the task's thread
 * only.
 */
public final class TablePipeline {
  private final TableTarget target;
  private final PipelineContext context;
  private final CommitTrigger trigger;
  private final TableReport report;
  private final Backoff backoff = new Backoff();
  private final Lanes lanes = new Lanes();
  private final TreeSet<SourcePartition> assigned = new TreeSet<>();

  /** Partitions that start where their consumer group stands, known with their first record. */
  private final Map<SourcePartition, SourceLog> awaitingPosition = new HashMap<>();

  /** The first offsets that are not in the table, of partitions that have no lane at the moment. */
  private final Map<SourcePartition, Long> owed = new HashMap<>();

  private final Background<TableStart> starting = new Background<>();
  private final Background<CommitOutcome> committing = new Background<>();
  private Health health = new Working();
  private @Nullable OpenTable open;
  private @Nullable Unit unit;
  private long retryAt;
  private long waitingSince;
  private long rows;
  private long newestTimestamp;
  private long lastCommit;

  public TablePipeline(TableTarget target, PipelineContext context) {
    this.target = target;
    this.context = context;
    this.trigger = new CommitTrigger(target.settings().cadence());
    this.report = context.reports().of(target.identifier());
    this.lastCommit = context.now();
  }

  public TableTarget target() {
    return target;
  }

  public Health health() {
    return health;
  }

  /** Whether a start is being computed: its partitions wait until it is known where they begin. */
  public boolean isStarting() {
    return starting.isRunning();
  }

  /** Whether records of a partition are wanted now. */
  public boolean takes(SourcePartition source) {
    return health instanceof Working
        && !isCongested()
        && (lanes.of(source) != null || awaitingPosition.containsKey(source));
  }

  /** Whether a commit has failed: nothing more is taken until it is through. */
  public boolean isCongested() {
    return unit != null && !committing.isRunning();
  }

  /** Takes over partitions; their lanes begin once the ledger was read. */
  public void assign(
      Collection<SourcePartition> sources,
      CompletableFuture<Map<SourcePartition, SourceLog>> logs) {
    assigned.addAll(sources);
    if (starting.isRunning() || !(health instanceof Working)) {
      startAgain("partitions were added", 0);
    } else {
      starting.run(
          logs.thenApplyAsync(
              all -> {
                Map<SourcePartition, SourceLog> mine = new HashMap<>(all);
                mine.keySet().retainAll(sources);
                return context.starter().start(target, mine);
              },
              context.executor()));
    }
  }

  /** Gives partitions away. What is staged of them is lost, unless it was flushed before. */
  public void release(Collection<SourcePartition> sources) {
    if (lanes.hasUnclaimed() && sources.stream().anyMatch(this::hasWaitingRows)) {
      // Their rows share files with the others' rows.
      dropStaged();
    }
    lanes.end(sources);
    assigned.removeAll(sources);
    owed.keySet().removeAll(sources);
    awaitingPosition.keySet().removeAll(sources);
    if (assigned.isEmpty()) {
      dropStaged();
      starting.forget();
      committing.forget();
      unit = null;
    } else if (lanes.isEmpty() && health instanceof Working && !starting.isRunning()) {
      startAgain("its partitions changed", 0);
    }
  }

  /** Writes a record, if the table still waits for its offset. Failures stay within the table. */
  public void write(SourcePartition source, long offset, SinkRecord record) {
    Lane lane = health instanceof Working ? laneFor(source, offset) : null;
    if (lane == null || !lane.waitsFor(offset)) {
      return;
    }
    try {
      if (writeRow(source, offset, record)) {
        if (rows++ == 0) {
          waitingSince = context.now();
        }
        lane.took(offset);
      } else {
        lane.passed(offset + 1);
      }
    } catch (RejectedRecordException e) {
      report.rejected();
      stop(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      fail("writing a row failed", e);
    }
  }

  /** Moves on: takes the results of starts and commits, and begins what is due. */
  public void advance(Map<SourcePartition, Long> positions) {
    starting.takeResult(this::started, failure -> fail("reading the ledger failed", failure));
    committing.takeResult(this::settle, failure -> settle(new CommitOutcome.Failed(failure)));
    if (health instanceof Waiting waiting && context.now() >= waiting.until()) {
      startAgain(waiting.reason(), 0);
    }
    if (isCongested() && context.now() >= retryAt) {
      submit();
    }
    if (unit == null && health instanceof Working && isDue()) {
      stage(positions);
    }
  }

  /** When {@link #advance} should be called at the latest, in milliseconds of the task's clock. */
  public long nextDeadline() {
    if (starting.isRunning() || committing.isRunning()) {
      return context.now() + Background.LOOK_AGAIN_MILLIS;
    }
    if (health instanceof Waiting waiting) {
      return waiting.until();
    }
    if (unit != null) {
      return retryAt;
    }
    return rows > 0 ? trigger.dueAt(waitingSince) : Long.MAX_VALUE;
  }

  /** Commits all that is staged and waits for it, but not beyond a point in time. */
  public void flush(Map<SourcePartition, Long> positions, long deadline) {
    awaitCommit(deadline);
    if (unit == null && health instanceof Working && rows > 0) {
      stage(positions);
      awaitCommit(deadline);
    }
  }

  /**
   * The highest offset up to which all records of a partition are in the table; -1 if that is not
   * known.
   */
  public long safeUpTo(SourcePartition source, long position) {
    Unit pending = unit;
    if (pending != null && !pending.files().isEmpty()) {
      var range = pending.claim().ranges().get(source);
      if (range != null) {
        return range.range().from();
      }
    }
    if (lanes.of(source) == null) {
      return owed.getOrDefault(source, -1L);
    }
    return lanes.firstWaiting(source).orElse(position);
  }

  private boolean isDue() {
    OpenTable table = open;
    if (table == null) {
      return false;
    }
    return trigger.isDue(rows, table.files().bytes(), waitingSince, context.now())
        || (rows == 0 && trigger.isIdleDue(lastCommit, context.now()) && lanes.hasUnclaimed());
  }

  private @Nullable Lane laneFor(SourcePartition source, long offset) {
    SourceLog log = awaitingPosition.remove(source);
    if (log != null) {
      lanes.begin(source, new Lane(log.topic(), Basis.FIRST, offset, offset));
    }
    return lanes.of(source);
  }

  private boolean writeRow(SourcePartition source, long offset, SinkRecord record) {
    OpenTable table = open;
    if (table == null) {
      table = context.opener().open(target, record);
      open = table;
    }
    boolean written = table.write(source, offset, record);
    if (written && record.timestamp() != null) {
      newestTimestamp = Math.max(newestTimestamp, record.timestamp());
    }
    return written;
  }

  private void started(TableStart start) {
    if (start.refusal().isPresent()) {
      stop(start.refusal().get());
      return;
    }
    if (open == null && start.table().isPresent()) {
      open = context.opener().open(target, start.table().get());
    }
    start
        .starts()
        .forEach(
            (source, where) -> {
              SourceLog log = start.logs().get(source);
              if (log == null || !assigned.contains(source)) {
                return;
              }
              owed.remove(source);
              if (where instanceof Start.At at) {
                lanes.begin(source, new Lane(log.topic(), at.basis(), at.from(), at.position()));
                context.seeks().startAt(source, at.position());
              } else {
                awaitingPosition.put(source, log);
              }
            });
    backoff.reset();
    report.working();
  }

  private void stage(Map<SourcePartition, Long> positions) {
    OpenTable table = open;
    if (table == null) {
      return;
    }
    try {
      context.rejections().awaitReports();
      lanes.passed(positions);
      List<org.apache.iceberg.DataFile> files = table.files().close();
      Optional<Claim> claim = lanes.claim(table.uuid());
      rows = 0;
      if (claim.isPresent()) {
        Map<SourcePartition, Long> gaps = context.seeks().gaps(claim.get().ranges().keySet());
        unit =
            new Unit(
                context.newCommitId(), claim.get(), files, gaps, newestTimestamp);
        submit();
      }
    } catch (RuntimeException e) {
      fail("closing data files failed", e);
    }
  }

  private void submit() {
    Unit pending = unit;
    OpenTable table = open;
    if (pending != null && table != null) {
      lastCommit = context.now();
      committing.run(
          CompletableFuture.supplyAsync(
              () -> table.committer().commit(pending), context.executor()));
    }
  }
}
