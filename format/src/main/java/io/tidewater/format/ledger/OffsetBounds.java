/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;

/** What the column bounds of one data file tell of the offsets in it. */
sealed interface OffsetBounds {

  /** Strings of this many characters may have been truncated in the manifest. */
  int TRUNCATED = 16;

  static OffsetBounds of(DataFile file, OffsetColumns columns, String fallbackTopic) {
    if (onlyNulls(file, columns.offset())) {
      return new Foreign();
    }
    Integer partition = sole(file, columns.partition());
    Object lastOffset = bound(file.upperBounds(), columns.offset());
    String topic =
        columns.topic().isPresent() ? soleText(file, columns.topic().get()) : fallbackTopic;
    return partition == null || topic == null || !(lastOffset instanceof Long last)
        ? new Unclear()
        : new Exact(topic, partition, last);
  }

  private static boolean onlyNulls(DataFile file, NestedField field) {
    Map<Integer, Long> nulls = file.nullValueCounts();
    Long count = nulls == null ? null : nulls.get(field.fieldId());
    return count != null && count == file.recordCount();
  }

  private static @Nullable Object bound(
      @Nullable Map<Integer, ByteBuffer> bounds, NestedField field) {
    ByteBuffer bound = bounds == null ? null : bounds.get(field.fieldId());
    return bound == null ? null : Conversions.fromByteBuffer(field.type(), bound);
  }

  private static @Nullable Integer sole(DataFile file, NestedField field) {
    Object lower = bound(file.lowerBounds(), field);
    Object upper = bound(file.upperBounds(), field);
    return lower instanceof Integer only && only.equals(upper) ? only : null;
  }

  private static @Nullable String soleText(DataFile file, NestedField field) {
    Object lower = bound(file.lowerBounds(), field);
    Object upper = bound(file.upperBounds(), field);
    if (lower == null || upper == null || !lower.toString().contentEquals(upper.toString())) {
      return null;
    }
    return lower.toString().length() < TRUNCATED ? lower.toString() : null;
  }

  /** All rows are of one partition. */
  record Exact(String topic, int partition, long lastOffset) implements OffsetBounds {}

  /** No row has an offset: another writer's file. */
  record Foreign() implements OffsetBounds {}

  /** Several partitions, or no bounds: the rows must be read. */
  record Unclear() implements OffsetBounds {}
}
