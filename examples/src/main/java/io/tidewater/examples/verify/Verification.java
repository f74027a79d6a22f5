/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.verify;

import io.tidewater.examples.offsets.TopicComparison;

/**
 * The outcome of one verification.
 *
 * @param topic the topic
 * @param table the table
 * @param comparison how they agree, by partition
 * @param unplaced rows that do not say where they came from, and so are in no partition
 */
public record Verification(String topic, String table, TopicComparison comparison, long unplaced) {

  /** Whether every record is in the table or kept as a dead letter, and none twice. */
  public boolean holds() {
    return comparison.agrees();
  }

  /**
   * The one line that sums it up: {@code rows=… missing=… duplicates=…}, and {@code dead-letters=…}
   * where there are any.
   */
  public String summary() {
    String figures =
        "rows=%d missing=%d duplicates=%d"
            .formatted(comparison.rows() + unplaced, comparison.missing(), comparison.duplicates());
    return comparison.deadLetters() == 0
        ? figures
        : figures + " dead-letters=" + comparison.deadLetters();
  }
}
