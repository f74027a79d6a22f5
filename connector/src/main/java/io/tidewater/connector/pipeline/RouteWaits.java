/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.format.ledger.SourcePartition;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Partitions whose next record cannot be routed yet, each with its own back-off. */
final class RouteWaits {
  private final Map<SourcePartition, Wait> waits = new HashMap<>();

  /** Lets a partition wait; returns for how many milliseconds. */
  long begin(SourcePartition source, long now) {
    Wait wait = waits.computeIfAbsent(source, added -> new Wait());
    long millis = wait.backoff.next();
    wait.until = now + millis;
    return millis;
  }

  /** Whether a partition must wait still. */
  boolean isWaiting(SourcePartition source, long now) {
    Wait wait = waits.get(source);
    return wait != null && now < wait.until;
  }

  /** Ends the waiting of partitions. */
  void end(Collection<SourcePartition> sources) {
    waits.keySet().removeAll(sources);
  }

  /** When the first partition may try again. */
  long nextDeadline() {
    return waits.values().stream().mapToLong(wait -> wait.until).min().orElse(Long.MAX_VALUE);
  }

  private static final class Wait {
    private final Backoff backoff = new Backoff();
    private long until;
  }
}
