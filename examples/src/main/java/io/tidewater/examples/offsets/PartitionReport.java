/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.offsets;

/**
 * How one partition of the topic and the rows of it in the table agree.
 *
 * @param partition the partition's number
 * @param rows the rows that the table has of it, repeated ones too
 * @param origins where their offsets lie in the log
 * @param missing offsets at which Kafka has a record and the table has no row
 * @param duplicates rows beyond the first of their offset
 */
public record PartitionReport(
    int partition, long rows, RowOrigins origins, Findings missing, Findings duplicates) {

  static PartitionReport of(int partition, PartitionLog log, PartitionRows rows) {
    return new PartitionReport(
        partition,
        rows.rows(),
        RowOrigins.of(rows.offsets(), log),
        Findings.of(log.records().minus(rows.offsets())),
        rows.duplicates());
  }

  /** The records that Kafka has up to the end that was compared. */
  public long records() {
    return origins.inLog() + missing.count();
  }
}
