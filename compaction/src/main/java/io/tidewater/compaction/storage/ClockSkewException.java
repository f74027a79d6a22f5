/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.storage;

import java.time.Duration;
import java.time.Instant;

/** The service and the storage do not agree what time it is. */
public final class ClockSkewException extends RuntimeException {
  ClockSkewException(Instant store, Instant ours, Duration tolerance) {
    super(
        "By the storage's clock it is "
            + store
            + ", by the service's "
            + ours
            + ": more than "
            + tolerance
            + " apart. Nothing is judged by its age until one of them is set right.");
  }
}
