/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.journal;

import io.tidewater.compaction.task.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * How far a running task has come.
 *
 * @param stage what it is about just now
 * @param expectedBytes bytes that it will read and write in all, as far as it knows; 0 if it does
 *     not
 * @param throttled how long it has waited for its share of the bytes per hour
 */
public record TaskProgress(
    long id,
    String table,
    TaskKind kind,
    String scope,
    String reason,
    Instant began,
    String stage,
    long expectedBytes,
    long bytesRead,
    long bytesWritten,
    Duration throttled) {

  /** The part that is done, between 0 and 1. */
  public OptionalDouble fraction() {
    return expectedBytes <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.min(1, (double) (bytesRead + bytesWritten) / expectedBytes));
  }
}
