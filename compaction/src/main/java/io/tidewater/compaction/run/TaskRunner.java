/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.run;

import io.tidewater.compaction.journal.Journal;
import io.tidewater.compaction.journal.TaskEntry;
import io.tidewater.compaction.journal.TaskEntry.Ending;
import io.tidewater.compaction.schedule.PlannedTask;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskCancelledException;
import io.tidewater.compaction.task.TaskResult;
import io.tidewater.compaction.task.TaskResult.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs tasks in the threads of its callers, and can stop all of them. Thread-safe. */
public final class TaskRunner {
  private static final Logger LOG = LoggerFactory.getLogger(TaskRunner.class);

  private final Surroundings surroundings;
  private final Journal journal;
  private final AtomicLong ids = new AtomicLong();
  private final Map<Long, RunningTask> running = new ConcurrentHashMap<>();
  private volatile String stopReason = "";

  public TaskRunner(Surroundings surroundings, Journal journal) {
    this.surroundings = surroundings;
    this.journal = journal;
  }

  /** A task's end, and how long it had to wait for its share of the bytes per hour. */
  public record Ended(TaskEntry entry, Duration throttled) {}

  /** Runs a task to its end, which is told whatever it is. */
  public Ended run(PlannedTask planned) {
    RunningTask task = new RunningTask(ids.incrementAndGet(), planned, surroundings);
    running.put(task.id(), task);
    if (!stopReason.isEmpty()) {
      task.cancel(stopReason);
    }
    journal.began(task.id(), task::progress);
    TaskEntry entry = attempt(task);
    running.remove(task.id());
    journal.ended(entry);
    LOG.info(
        "{} table={} scope={} ended={} seconds={} {}",
        entry.kind(),
        entry.table(),
        entry.scope(),
        entry.ending().label(),
        entry.duration().toMillis() / 1000.0,
        entry.result().message());
    return new Ended(entry, task.throttled());
  }

  private TaskEntry attempt(RunningTask running) {
    Task task = running.planned().task();
    try {
      running.advance(0, 0);
      TaskResult result = task.run(running);
      return entry(running, Ending.of(result.outcome()), result);
    } catch (TaskCancelledException e) {
      return entry(running, Ending.CANCELLED, broken(running, String.valueOf(e.getMessage())));
    } catch (RuntimeException | Error e) {
      LOG.warn(
          "{} table={} scope={} failed", task.kind(), running.planned().table(), task.scope(), e);
      return entry(running, Ending.FAILED, broken(running, e.toString()));
    }
  }

  private static TaskResult broken(RunningTask running, String reason) {
    return new TaskResult(
        Outcome.NOTHING, reason, running.bytesRead(), running.bytesWritten(), 0, 0, 0);
  }

  private TaskEntry entry(RunningTask running, Ending ending, TaskResult result) {
    PlannedTask planned = running.planned();
    return new TaskEntry(
        running.id(),
        planned.table().toString(),
        planned.kind(),
        planned.task().scope(),
        planned.task().reason(),
        running.began(),
        surroundings.clock().instant(),
        ending,
        result);
  }

  /** The tables that tasks run on. */
  public Set<String> busyTables() {
    return running.values().stream()
        .map(task -> task.planned().table().toString())
        .collect(Collectors.toSet());
  }

  /** Tells all tasks to stop, also those that begin from now on. */
  public void cancelAll(String reason) {
    stopReason = reason;
    running.values().forEach(task -> task.cancel(reason));
  }
}
