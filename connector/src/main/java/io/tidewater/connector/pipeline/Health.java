/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import java.util.Optional;

/** Whether a table takes records, and if not, until when or why. */
public sealed interface Health {
  /** Takes records, or is about to. */
  record Working() implements Health {}

  /**
   * Failed for a reason that may pass; starts again from its ledger.
   *
   * @param until when, in milliseconds of the task's clock
   */
  record Waiting(long until, String reason) implements Health {}

  /**
   * Stopped for good, because going on would lose or repeat records.
   *
   * @param explanation what was found, and what an operator can do
   */
  record Stopped(String explanation) implements Health {}

  /**
   * Takes no more records, because too many of them were bad.
   *
   * @param explanation how many, and what an operator can do
   */
  record Suspended(String explanation) implements Health {}

  /** Why an operator must decide; empty while the table goes on by itself. */
  default Optional<String> standstill() {
    if (this instanceof Suspended suspended) {
      return Optional.of(suspended.explanation());
    }
    return this instanceof Stopped stopped ? Optional.of(stopped.explanation()) : Optional.empty();
  }
}
