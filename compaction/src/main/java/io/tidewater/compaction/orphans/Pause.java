/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.orphans;

import java.time.Duration;

/** Waits; throws what the waiter wants thrown when it is to stop. */
@FunctionalInterface
public interface Pause {
  void await(Duration time);
}
