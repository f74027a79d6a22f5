/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.commit;

/** Waits between attempts; throws what the waiter wants thrown when it is to stop. */
@FunctionalInterface
public interface Patience {
  /** Waits before another attempt, the longer the more there were. */
  void await(int attempts);
}
