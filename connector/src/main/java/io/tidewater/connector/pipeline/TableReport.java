/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.connector.commit.Delivery;

/** What a pipeline tells of itself, for metrics. Called on the task's thread. */
public interface TableReport {
  /** A pipeline of the table takes over, whatever became of one before it. */
  void began();

  /** A record became a row. */
  void wrote();

  /** A record was rejected. */
  void rejected();

  /**
   * A delivery landed.
   *
   * @param millis how long its commits took
   */
  void committed(Delivery delivery, long millis);

  /** A unit was fenced off. */
  void fenced();

  /** Something failed, and will be tried again. */
  void failed(String reason);

  /** The table stopped for good. */
  void stopped(String explanation);

  /** The table takes no more records, because too many were bad. */
  void suspended(String explanation);

  /** How many offsets are in Kafka and not queryable in the table. */
  void lag(long offsets);
}
