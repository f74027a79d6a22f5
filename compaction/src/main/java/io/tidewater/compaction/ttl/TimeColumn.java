/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.ttl;

import io.tidewater.compaction.policy.Policy;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Schema;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;

/** The column that tells the age of rows. */
record TimeColumn(NestedField field, String name, TtlOptions.Unit unit) {
  /**
   * Finds the column that a policy names.
   *
   * @throws IllegalArgumentException there is none, or its type tells no time
   */
  static TimeColumn of(Schema schema, Policy policy) {
    String name = policy.get(TtlOptions.COLUMN);
    NestedField field = schema.findField(name);
    if (field == null) {
      throw new IllegalArgumentException(
          TtlOptions.COLUMN
              + " ("
              + policy.origin(TtlOptions.COLUMN)
              + ") names column "
              + name
              + ", which the table does not have");
    }
    return new TimeColumn(field, name, unit(field.type(), policy));
  }

  private static TtlOptions.Unit unit(Type type, Policy policy) {
    return switch (type.typeId()) {
      case DATE -> TtlOptions.Unit.DAYS;
      case TIMESTAMP -> TtlOptions.Unit.MICROSECONDS;
      case TIMESTAMP_NANO -> TtlOptions.Unit.NANOSECONDS;
      case INTEGER, LONG -> policy.get(TtlOptions.UNIT);
      default ->
          throw new IllegalArgumentException(
              TtlOptions.COLUMN
                  + " ("
                  + policy.origin(TtlOptions.COLUMN)
                  + ") names column "
                  + policy.get(TtlOptions.COLUMN)
                  + " of type "
                  + type
                  + "; expected a date, a timestamp, an int or a long");
    };
  }

  /** Which rows are from before an instant, entirely. Nulls are not. */
  Expression before(Instant instant) {
    // To Iceberg's evaluator of rows, null is less than all values.
    return Expressions.and(Expressions.notNull(name), Expressions.lessThan(name, value(instant)));
  }

  /** The first value that is not entirely before an instant. */
  long value(Instant instant) {
    return switch (unit) {
      case DAYS -> instant.atZone(ZoneOffset.UTC).toLocalDate().toEpochDay();
      case SECONDS -> instant.getEpochSecond();
      case MILLISECONDS -> instant.toEpochMilli();
      case MICROSECONDS -> ChronoUnit.MICROS.between(Instant.EPOCH, instant);
      case NANOSECONDS -> ChronoUnit.NANOS.between(Instant.EPOCH, instant);
    };
  }

  /**
   * About which part of a file's rows is from before an instant, if they are spread evenly between
   * its bounds; empty if it has none.
   */
  OptionalDouble partBefore(DataFile file, Instant instant) {
    Optional<Long> lowest = bound(file.lowerBounds());
    Optional<Long> highest = bound(file.upperBounds());
    if (lowest.isEmpty() || highest.isEmpty()) {
      return OptionalDouble.empty();
    }
    double all = (double) highest.get() - lowest.get() + 1;
    double past = (double) value(instant) - lowest.get();
    return OptionalDouble.of(Math.max(0, Math.min(1, past / all)) * partWithValue(file));
  }

  private double partWithValue(DataFile file) {
    Long nulls =
        file.nullValueCounts() == null ? null : file.nullValueCounts().get(field.fieldId());
    return nulls == null ? 1 : 1 - (double) nulls / Math.max(1, file.recordCount());
  }

  private Optional<Long> bound(@Nullable Map<Integer, ByteBuffer> bounds) {
    ByteBuffer bytes = bounds == null ? null : bounds.get(field.fieldId());
    return bytes == null
        ? Optional.empty()
        : Optional.of(((Number) Conversions.fromByteBuffer(field.type(), bytes)).longValue());
  }
}
