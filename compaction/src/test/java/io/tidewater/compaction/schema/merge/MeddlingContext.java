/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.merge;

import io.tidewater.compaction.task.MemoryBudget;
import io.tidewater.compaction.task.TaskContext;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ExecutorService;

/** Lets somebody else do something just before a task commits. */
record MeddlingContext(TaskContext context, Runnable meddling) implements TaskContext {
  @Override
  public void expect(long bytes) {
    context.expect(bytes);
  }

  @Override
  public void advance(long bytesRead, long bytesWritten) {
    context.advance(bytesRead, bytesWritten);
  }

  @Override
  public void stage(String what) {
    if (what.equals("committing")) {
      meddling.run();
    }
  }

  @Override
  public MemoryBudget memory() {
    return context.memory();
  }

  @Override
  public ExecutorService workers() {
    return context.workers();
  }

  @Override
  public UUID newId() {
    return context.newId();
  }

  @Override
  public InstantSource clock() {
    return context.clock();
  }
}
