/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.service;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.apache.iceberg.catalog.TableIdentifier;

/**
 * Lets the commits of one table take turns, first come first served: without it all would write a
 * metadata file and all but one of those would be for nothing. Only an economy. The
 * compare-and-swap keeps commits apart, also those of other servers.
 */
final class CommitQueue {
  private static final int LANES = 128;

  private final Lock[] lanes = new Lock[LANES];

  CommitQueue() {
    for (int lane = 0; lane < LANES; lane++) {
      lanes[lane] = new ReentrantLock(true);
    }
  }

  <T> T inTurn(TableIdentifier identifier, Supplier<T> commit) {
    Lock lane = lanes[Math.floorMod(identifier.hashCode(), LANES)];
    lane.lock();
    try {
      return commit.get();
    } finally {
      lane.unlock();
    }
  }
}
