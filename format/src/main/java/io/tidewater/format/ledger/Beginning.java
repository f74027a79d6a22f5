/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

/** Where a partition begins that a table's ledger does not know. */
public enum Beginning {
  /** At the log's start, if nobody but this ledger's writers wrote the table; else refused. */
  AUTO,
  /** At the log's start. */
  EARLIEST,
  /** At the log's end. */
  LATEST,
  /** At the position of the consumer group. */
  GROUP
}
