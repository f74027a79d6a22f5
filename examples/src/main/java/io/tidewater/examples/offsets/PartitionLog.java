/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.offsets;

/**
 * What Kafka holds of one partition.
 *
 * @param start the log start offset once reading was done: what lies below it, Kafka has dropped
 * @param end the offset up to which the comparison goes, not included; fixed before reading began
 * @param highWatermark the end of the partition once the table was read; at least {@code end}
 * @param records the offsets below {@code end} at which the log has a record
 * @param compacted whether the topic is compacted, so that records may vanish from the middle
 */
public record PartitionLog(
    long start, long end, long highWatermark, OffsetSet records, boolean compacted) {

  public PartitionLog {
    if (start < 0 || end < 0 || highWatermark < end) {
      throw new IllegalArgumentException(
          "not the bounds of a log: start " + start + ", end " + end + ", now " + highWatermark);
    }
  }

  /** A partition that the topic does not have: every row that names it is unknown to Kafka. */
  static PartitionLog absent() {
    return new PartitionLog(0, 0, 0, new OffsetSet(), false);
  }

  /** This log, with the bounds that Kafka gives now that the table was read. */
  public PartitionLog movedTo(long newStart, long newHighWatermark) {
    return new PartitionLog(
        Math.max(start, newStart),
        end,
        Math.max(highWatermark, newHighWatermark),
        records,
        compacted);
  }
}
