/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.run;

import io.tidewater.compaction.journal.TaskProgress;
import io.tidewater.compaction.schedule.PlannedTask;
import io.tidewater.compaction.task.MemoryBudget;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskCancelledException;
import io.tidewater.compaction.task.TaskContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** A task that runs: its surroundings, how far it has come, and the way to stop it. */
final class RunningTask implements TaskContext {
  private final long id;
  private final PlannedTask planned;
  private final Surroundings surroundings;
  private final Instant began;
  private final AtomicLong expected;
  private final LongAdder read = new LongAdder();
  private final LongAdder written = new LongAdder();
  private final LongAdder throttledNanos = new LongAdder();
  private final CountDownLatch cancelled = new CountDownLatch(1);
  private volatile String stage = "begins";
  private volatile String cancelReason = "";

  RunningTask(long id, PlannedTask planned, Surroundings surroundings) {
    this.id = id;
    this.planned = planned;
    this.surroundings = surroundings;
    this.began = surroundings.clock().instant();
    this.expected =
        new AtomicLong(
            planned.task().estimate().bytesRead() + planned.task().estimate().bytesWritten());
  }

  long id() {
    return id;
  }

  PlannedTask planned() {
    return planned;
  }

  Instant began() {
    return began;
  }

  void cancel(String reason) {
    cancelReason = reason;
    cancelled.countDown();
  }

  Duration throttled() {
    return Duration.ofNanos(throttledNanos.sum());
  }

  long bytesRead() {
    return read.sum();
  }

  long bytesWritten() {
    return written.sum();
  }

  TaskProgress progress() {
    Task task = planned.task();
    return new TaskProgress(
        id,
        planned.table().toString(),
        task.kind(),
        task.scope(),
        task.reason(),
        began,
        stage,
        expected.get(),
        read.sum(),
        written.sum(),
        throttled());
  }

  @Override
  public void expect(long bytes) {
    expected.set(bytes);
  }

  @Override
  public void advance(long bytesRead, long bytesWritten) {
    read.add(bytesRead);
    written.add(bytesWritten);
    Duration pause = surroundings.bytes().spend(bytesRead + bytesWritten);
    if (!await(pause)) {
      throttledNanos.add(pause.toNanos());
      return;
    }
    throw new TaskCancelledException(cancelReason);
  }

  /** Waits, and returns whether the task was cancelled by then. */
  private boolean await(Duration pause) {
    try {
      return cancelled.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TaskCancelledException("interrupted");
    }
  }

  @Override
  public void stage(String what) {
    stage = what;
  }

  @Override
  public MemoryBudget memory() {
    return surroundings.memory();
  }

  @Override
  public ExecutorService workers() {
    return surroundings.workers();
  }

  @Override
  public UUID newId() {
    return surroundings.ids().get();
  }

  @Override
  public InstantSource clock() {
    return surroundings.clock();
  }
}
