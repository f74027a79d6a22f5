/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.expiry;

import io.tidewater.compaction.fixture.TestContext;
import io.tidewater.compaction.task.MemoryBudget;
import io.tidewater.compaction.task.TaskContext;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ExecutorService;

/** Lets something happen whenever a task tells of its progress. */
final class DisturbedContext implements TaskContext {
  private final TestContext surroundings;
  private final Runnable disturbance;

  DisturbedContext(long seed, InstantSource clock, Runnable disturbance) {
    this.surroundings = new TestContext(seed, clock, 1L << 20);
    this.disturbance = disturbance;
  }

  @Override
  public void expect(long bytes) {}

  @Override
  public void advance(long bytesRead, long bytesWritten) {
    disturbance.run();
  }

  @Override
  public void stage(String what) {}

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
    return surroundings.newId();
  }

  @Override
  public InstantSource clock() {
    return surroundings.clock();
  }
}
