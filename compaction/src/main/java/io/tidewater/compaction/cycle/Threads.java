/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.cycle;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The threads of the cycle.
 *
 * @param looks look at tables and list them
 * @param lookers how many looks may be under way
 * @param tasks run tasks, as many as the limits allow
 * @param timer moves the leases
 */
public record Threads(
    ExecutorService looks, int lookers, ExecutorService tasks, ScheduledExecutorService timer) {
  void shutdown() {
    timer.shutdownNow();
    looks.shutdownNow();
    tasks.shutdown();
  }
}
