/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.offsets;

/**
 * How one partition of the topic and the rows of it in the table agree.
 *
 * @param partition the partition's number
 * @param rows the rows that the table has of it, repeated ones too
 * @param origins where their offsets lie in the log
 * @param missing offsets at which Kafka has a record, and neither the table nor its dead letters
 * @param duplicates rows, and dead letters, beyond the first of their offset
 * @param deadLetters records that are not in the table and kept as dead letters
 */
public record PartitionReport(
    int partition,
    long rows,
    RowOrigins origins,
    Findings missing,
    Findings duplicates,
    long deadLetters) {

  static PartitionReport of(
      int partition, PartitionLog log, PartitionRows rows, PartitionRows deadLetters) {
    OffsetSet absent = log.records().minus(rows.offsets());
    Findings duplicates =
        rows.duplicates().isEmpty() ? deadLetters.duplicates() : rows.duplicates();
    return new PartitionReport(
        partition,
        rows.rows(),
        RowOrigins.of(rows.offsets(), log),
        Findings.of(absent.minus(deadLetters.offsets())),
        new Findings(
            rows.duplicates().count() + deadLetters.duplicates().count(), duplicates.first()),
        absent.and(deadLetters.offsets()).size());
  }

  /** The records that Kafka has up to the end that was compared. */
  public long records() {
    return origins.inLog() + missing.count() + deadLetters;
  }
}
