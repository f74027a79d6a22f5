/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.source;

import io.tidewater.format.ledger.SourcePartition;
import java.util.OptionalLong;

/** What tables ask of the task's reading. For the task's thread. */
public interface SourceReading {
  /**
   * Asks that a partition be read from an offset on, or from an earlier one if another table needs
   * that.
   */
  void readFrom(SourcePartition source, long offset);

  /**
   * The offset after the last one that was handed to the tables, as of now: a seek changes it at
   * once. Empty until the first record or seek.
   */
  OptionalLong position(SourcePartition source);
}
