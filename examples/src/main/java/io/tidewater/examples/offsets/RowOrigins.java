/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.offsets;

/**
 * Where the distinct offsets of a table's rows lie in the log as Kafka has it.
 *
 * @param inLog Kafka has a record there
 * @param expired below the log start: Kafka dropped the record, the table kept the row
 * @param compacted removed from the middle of a compacted topic
 * @param later at or beyond the end that was compared, and not beyond the log
 * @param unknown Kafka never showed a record there: the end of the log lies below, or an aborted
 *     transaction or a marker holds the offset, or the row is of another topic
 */
public record RowOrigins(long inLog, long expired, long compacted, long later, long unknown) {

  static RowOrigins of(OffsetSet rows, PartitionLog log) {
    long inLog = rows.and(log.records()).size();
    OffsetSet unmatched = rows.minus(log.records());
    long expired = unmatched.within(0, Math.min(log.start(), log.end())).size();
    long gone = unmatched.within(Math.min(log.start(), log.end()), log.end()).size();
    long later = unmatched.within(log.end(), log.highWatermark()).size();
    long beyond = unmatched.size() - expired - gone - later;
    return log.compacted()
        ? new RowOrigins(inLog, expired, gone, later, beyond)
        : new RowOrigins(inLog, expired, 0, later, gone + beyond);
  }
}
