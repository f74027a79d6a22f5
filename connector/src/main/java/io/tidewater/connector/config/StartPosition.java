/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

/** Where reading begins for a partition that the ledger of its table does not know. */
public enum StartPosition {
  /**
   * At the earliest record for a table without snapshots of others, at the consumer group's
   * position where the Apache Iceberg sink wrote the table, and not at all otherwise.
   */
  AUTO,
  /** At the earliest record that Kafka has. */
  EARLIEST,
  /** After the latest record that Kafka has. */
  LATEST,
  /** At the position that the consumer group has committed. */
  GROUP
}
