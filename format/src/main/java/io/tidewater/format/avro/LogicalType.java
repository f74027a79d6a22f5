/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import io.tidewater.format.logical.DecimalParameters;
import io.tidewater.format.logical.NumberMeaning;
import io.tidewater.format.schema.MappingOptions;
import org.apache.avro.LogicalTypes.Decimal;
import org.apache.avro.Schema;
import org.apache.iceberg.types.Types.UUIDType;
import org.jspecify.annotations.Nullable;

/**
 * Avro's logical types. A name that is none of them, or one of them on another type, or without
 * what it needs, says nothing: the schema is what its type says.
 */
enum LogicalType {
  DECIMAL_BYTES(
      "decimal",
      Schema.Type.BYTES,
      (schema, options) -> DecimalValues.ofBytes(declared(schema)),
      "More than 38 digits: `string`."),
  DECIMAL_FIXED(
      "decimal",
      Schema.Type.FIXED,
      (schema, options) -> DecimalValues.ofFixed(declared(schema), schema.getFixedSize()),
      "More than 38 digits: `string`."),
  BIG_DECIMAL(
      "big-decimal",
      Schema.Type.BYTES,
      (schema, options) -> DecimalValues.OWN_SCALE,
      "Its digits: each value has a scale of its own."),
  UUID_STRING(
      "uuid",
      Schema.Type.STRING,
      (schema, options) -> PlainType.STRING.mapping(schema).parsedAs(UUIDType.get()),
      "Spark shows a `uuid` as string."),
  UUID_FIXED("uuid", Schema.Type.FIXED, (schema, options) -> FixedValues.UUID, "16 bytes."),
  DATE("date", Schema.Type.INT, NumberMeaning.DATE, ""),
  TIME_MILLIS("time-millis", Schema.Type.INT, NumberMeaning.TIME_MILLIS, NumberMeaning.TIME_NOTE),
  TIME_MICROS("time-micros", Schema.Type.LONG, NumberMeaning.TIME_MICROS, NumberMeaning.TIME_NOTE),
  TIMESTAMP_MILLIS(
      "timestamp-millis", Schema.Type.LONG, NumberMeaning.INSTANT_MILLIS, LogicalType.INSTANT),
  TIMESTAMP_MICROS(
      "timestamp-micros", Schema.Type.LONG, NumberMeaning.INSTANT_MICROS, LogicalType.INSTANT),
  TIMESTAMP_NANOS(
      "timestamp-nanos",
      Schema.Type.LONG,
      NumberMeaning.INSTANT_NANOS,
      LogicalType.INSTANT + LogicalType.NANOS),
  LOCAL_TIMESTAMP_MILLIS(
      "local-timestamp-millis",
      Schema.Type.LONG,
      NumberMeaning.WALL_CLOCK_MILLIS,
      LogicalType.WALL_CLOCK),
  LOCAL_TIMESTAMP_MICROS(
      "local-timestamp-micros",
      Schema.Type.LONG,
      NumberMeaning.WALL_CLOCK_MICROS,
      LogicalType.WALL_CLOCK),
  LOCAL_TIMESTAMP_NANOS(
      "local-timestamp-nanos",
      Schema.Type.LONG,
      NumberMeaning.WALL_CLOCK_NANOS,
      LogicalType.WALL_CLOCK + LogicalType.NANOS),
  DURATION(
      "duration",
      Schema.Type.FIXED,
      (schema, options) -> FixedValues.DURATION,
      "12 bytes. ISO-8601 text with months, days and seconds, each as it came: `P14M3DT0.250S`.");

  private static final String INSTANT = "An instant.";
  private static final String WALL_CLOCK = "A wall clock reading without a zone.";
  private static final String NANOS = " In microseconds only whole ones.";

  private final String logicalName;
  private final Schema.Type base;
  private final Mapper mapper;
  private final String note;

  LogicalType(String logicalName, Schema.Type base, Mapper mapper, String note) {
    this.logicalName = logicalName;
    this.base = base;
    this.mapper = mapper;
    this.note = note;
  }

  LogicalType(String logicalName, Schema.Type base, NumberMeaning meaning, String note) {
    this(
        logicalName,
        base,
        (schema, options) -> ScalarMapping.number(base, meaning.mapping(options)),
        note);
  }

  /** The logical type of a schema; null if it has none that counts. */
  static @Nullable LogicalType of(Schema schema) {
    // The library has left out what is not valid; factories of applications may have added others.
    org.apache.avro.LogicalType named = schema.getLogicalType();
    if (named == null) {
      return null;
    }
    for (LogicalType type : values()) {
      if (type.base == schema.getType() && type.logicalName.equals(named.getName())) {
        return type.fits(schema) ? type : null;
      }
    }
    return null;
  }

  private boolean fits(Schema schema) {
    return switch (this) {
      case UUID_FIXED -> schema.getFixedSize() == FixedValues.UUID_BYTES;
      case DURATION -> schema.getFixedSize() == FixedValues.DURATION_BYTES;
      case DECIMAL_BYTES, DECIMAL_FIXED -> schema.getLogicalType() instanceof Decimal;
      default -> true;
    };
  }

  private static DecimalParameters declared(Schema schema) {
    Decimal decimal = (Decimal) schema.getLogicalType();
    return new DecimalParameters(decimal.getPrecision(), decimal.getScale());
  }

  ScalarMapping mapping(Schema schema, MappingOptions options) {
    return mapper.map(schema, options);
  }

  String logicalName() {
    return logicalName;
  }

  Schema.Type base() {
    return base;
  }

  String note() {
    return note;
  }

  private interface Mapper {
    ScalarMapping map(Schema schema, MappingOptions options);
  }
}
