/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** Moves the value that a reader stands on to a writer. */
@FunctionalInterface
interface ValueTransfer {
  void move(ColumnReader from, ColumnWriter to, int repetition, int definition);

  /** Writes a value that no file stores, of a column that is not nested. */
  @FunctionalInterface
  interface Fixed {
    void write(long position, ColumnWriter to);
  }

  static ValueTransfer between(ColumnDescriptor source, ColumnDescriptor target) {
    PrimitiveTypeName to = target.getPrimitiveType().getPrimitiveTypeName();
    return switch (source.getPrimitiveType().getPrimitiveTypeName()) {
      case BOOLEAN -> (from, into, r, d) -> into.write(from.getBoolean(), r, d);
      case INT32 ->
          to == PrimitiveTypeName.INT64
              ? (from, into, r, d) -> into.write((long) from.getInteger(), r, d)
              : (from, into, r, d) -> into.write(from.getInteger(), r, d);
      case INT64 -> (from, into, r, d) -> into.write(from.getLong(), r, d);
      case FLOAT ->
          to == PrimitiveTypeName.DOUBLE
              ? (from, into, r, d) -> into.write((double) from.getFloat(), r, d)
              : (from, into, r, d) -> into.write(from.getFloat(), r, d);
      case DOUBLE -> (from, into, r, d) -> into.write(from.getDouble(), r, d);
      case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 ->
          (from, into, r, d) -> into.write(from.getBinary(), r, d);
    };
  }

  static Fixed fixed(Fill fill, ColumnDescriptor target) {
    int level = target.getMaxDefinitionLevel();
    if (fill instanceof Fill.Constant constant) {
      return (position, to) -> to.write(constant.value(), 0, level);
    }
    if (fill instanceof Fill.Position from) {
      return (position, to) -> to.write(from.first() + position, 0, level);
    }
    return (position, to) -> to.writeNull(0, 0);
  }
}
