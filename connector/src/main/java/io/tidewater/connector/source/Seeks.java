/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.source;

import io.tidewater.format.ledger.SourcePartition;

/** Where tables ask for records from. For the task's thread. */
public interface Seeks {
  /**
   * Asks that a partition be read from an offset on, or from an earlier one if another table needs
   * that.
   */
  void readFrom(SourcePartition source, long offset);
}
