/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes;

import io.tidewater.compaction.fixture.TestContext;
import io.tidewater.compaction.task.MemoryBudget;
import io.tidewater.compaction.task.TaskContext;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ExecutorService;

/** Surroundings in which something happens whenever a task calls. */
public final class BusyContext implements TaskContext {
  private final TestContext context;
  private final Runnable meanwhile;

  public BusyContext(TestContext context, Runnable meanwhile) {
    this.context = context;
    this.meanwhile = meanwhile;
  }

  @Override
  public void expect(long bytes) {
    meanwhile.run();
  }

  @Override
  public void advance(long bytesRead, long bytesWritten) {
    meanwhile.run();
    context.advance(bytesRead, bytesWritten);
  }

  @Override
  public void stage(String what) {
    meanwhile.run();
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
    meanwhile.run();
    return context.newId();
  }

  @Override
  public InstantSource clock() {
    return context.clock();
  }
}
