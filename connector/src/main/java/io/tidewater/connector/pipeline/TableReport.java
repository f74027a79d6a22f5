/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.connector.commit.Unit;

/** What a pipeline tells of itself, for metrics. Called on the task's thread. */
public interface TableReport {
  /** A record became a row. */
  void wrote();

  /** A record was rejected. */
  void rejected();

  /** A unit landed. */
  void committed(Unit unit, long millis);

  /** A unit was fenced off. */
  void fenced();

  /** Something failed; the table tries again, or has stopped. */
  void failed(String reason);
}
