/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.expiry;

import java.time.Duration;

/** Lets time pass; throws what the waiter wants thrown when it is to stop. */
@FunctionalInterface
public interface Pause {
  void of(Duration duration);
}
