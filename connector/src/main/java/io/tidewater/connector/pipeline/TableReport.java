/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.connector.commit.Unit;

/** What a pipeline tells of itself, for metrics. Called on the task's thread. */
public interface TableReport {
  /** A record became a row. */
  void wrote();

  /** A record was rejected. */
  void rejected();

  /**
   * A unit landed.
   *
   * @param millis how long its commit took
   */
  void committed(Unit unit, long millis);

  /** A unit was fenced off. */
  void fenced();

  /** Something failed, and will be tried again. */
  void failed(String reason);

  /** The table stopped for good. */
  void stopped(String explanation);

  /** How many offsets are in Kafka and not queryable in the table. */
  void lag(long offsets);
}
