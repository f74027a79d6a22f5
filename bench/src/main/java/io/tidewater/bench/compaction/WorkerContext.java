/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.bench.compaction;

import io.tidewater.compaction.task.MemoryBudget;
import io.tidewater.compaction.task.TaskContext;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ExecutorService;

/** Surroundings of a task that nothing slows. */
record WorkerContext(MemoryBudget memory, ExecutorService workers) implements TaskContext {
  @Override
  public void expect(long bytes) {}

  @Override
  public void advance(long bytesRead, long bytesWritten) {}

  @Override
  public void stage(String what) {}

  @Override
  public UUID newId() {
    return UUID.randomUUID();
  }

  @Override
  public InstantSource clock() {
    return InstantSource.system();
  }
}
