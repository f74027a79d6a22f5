/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction;

import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.run.ByteBudget;
import io.tidewater.compaction.run.RunOptions;
import io.tidewater.compaction.run.Surroundings;
import io.tidewater.compaction.task.MemoryBudget;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** What all tasks of a process share, made from its options. */
final class Sharing {
  private Sharing() {}

  static ExecutorService workers(Policy options) {
    int threads = Math.toIntExact(options.get(RunOptions.WORKERS));
    return Executors.newFixedThreadPool(
        threads > 0 ? threads : Runtime.getRuntime().availableProcessors(),
        named("compaction-worker"));
  }

  static Surroundings surroundings(Policy options, ExecutorService workers) {
    long memory = options.get(RunOptions.MEMORY);
    return new Surroundings(
        new MemoryBudget(memory > 0 ? memory : Runtime.getRuntime().maxMemory() / 2),
        new ByteBudget(options.get(RunOptions.BYTES_PER_HOUR), System::nanoTime),
        workers,
        UUID::randomUUID,
        InstantSource.system());
  }

  static ThreadFactory named(String name) {
    AtomicInteger threads = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, name + "-" + threads.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
