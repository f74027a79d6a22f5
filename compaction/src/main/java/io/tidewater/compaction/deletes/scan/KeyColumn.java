/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.scan;

import io.tidewater.compaction.deletes.key.KeyBuffer;
import java.math.BigInteger;
import java.util.Optional;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a column of a Parquet file become part of a key, equal to what {@link
 * io.tidewater.compaction.deletes.key.KeyFormat} makes of the same values as rows have them.
 */
@FunctionalInterface
interface KeyColumn {
  void put(ColumnReader column, KeyBuffer into);

  /** Empty if the column's values do not stand for those of the type as they are. */
  static Optional<KeyColumn> of(PrimitiveType physical, Type type) {
    PrimitiveTypeName name = physical.getPrimitiveTypeName();
    @Nullable KeyColumn column =
        switch (type.typeId()) {
          case BOOLEAN -> name == PrimitiveTypeName.BOOLEAN ? KeyColumn::putBoolean : null;
          case INTEGER, LONG, DATE -> isSigned(physical) ? whole(name) : null;
          case TIME, TIMESTAMP -> unitOf(physical) == TimeUnit.MICROS ? whole(name) : null;
          case TIMESTAMP_NANO -> unitOf(physical) == TimeUnit.NANOS ? whole(name) : null;
          case FLOAT, DOUBLE -> floating(name);
          case DECIMAL -> decimal(physical, (Types.DecimalType) type);
          case STRING, BINARY -> name == PrimitiveTypeName.BINARY ? KeyColumn::putBinary : null;
          case UUID, FIXED ->
              name == PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY ? KeyColumn::putBinary : null;
          default -> null;
        };
    return Optional.ofNullable(column);
  }

  private static boolean isSigned(PrimitiveType physical) {
    LogicalTypeAnnotation annotation = physical.getLogicalTypeAnnotation();
    return annotation == null
        || annotation instanceof LogicalTypeAnnotation.DateLogicalTypeAnnotation
        || (annotation instanceof LogicalTypeAnnotation.IntLogicalTypeAnnotation width
            && width.isSigned());
  }

  private static TimeUnit unitOf(PrimitiveType physical) {
    LogicalTypeAnnotation annotation = physical.getLogicalTypeAnnotation();
    if (annotation instanceof LogicalTypeAnnotation.TimestampLogicalTypeAnnotation timestamp) {
      return timestamp.getUnit();
    }
    if (annotation instanceof LogicalTypeAnnotation.TimeLogicalTypeAnnotation time) {
      return time.getUnit();
    }
    // Neither: no unit that any type asks for.
    return TimeUnit.MILLIS;
  }

  private static @Nullable KeyColumn whole(PrimitiveTypeName name) {
    return switch (name) {
      case INT32 -> (column, into) -> into.putLong(column.getInteger());
      case INT64 -> (column, into) -> into.putLong(column.getLong());
      default -> null;
    };
  }

  private static @Nullable KeyColumn floating(PrimitiveTypeName name) {
    return switch (name) {
      case FLOAT -> (column, into) -> into.putDouble(column.getFloat());
      case DOUBLE -> (column, into) -> into.putDouble(column.getDouble());
      default -> null;
    };
  }

  private static @Nullable KeyColumn decimal(PrimitiveType physical, Types.DecimalType type) {
    if (!(physical.getLogicalTypeAnnotation()
            instanceof LogicalTypeAnnotation.DecimalLogicalTypeAnnotation decimal)
        || decimal.getScale() != type.scale()) {
      return null;
    }
    return switch (physical.getPrimitiveTypeName()) {
      case INT32 -> (column, into) -> putUnscaled(BigInteger.valueOf(column.getInteger()), into);
      case INT64 -> (column, into) -> putUnscaled(BigInteger.valueOf(column.getLong()), into);
      case BINARY, FIXED_LEN_BYTE_ARRAY ->
          (column, into) -> putUnscaled(new BigInteger(column.getBinary().getBytesUnsafe()), into);
      default -> null;
    };
  }

  private static void putUnscaled(BigInteger unscaled, KeyBuffer into) {
    into.putBytes(unscaled.toByteArray());
  }

  private static void putBoolean(ColumnReader column, KeyBuffer into) {
    into.putLong(column.getBoolean() ? 1 : 0);
  }

  private static void putBinary(ColumnReader column, KeyBuffer into) {
    into.putBytes(column.getBinary().toByteBuffer());
  }
}
