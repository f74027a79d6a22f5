/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.connect;

import io.tidewater.format.schema.MappingOptions;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * Schemas whose name says more than their type: Connect's own logical types, and Debezium's. A
 * schema with another name, or with one of these on another type, is what its type says.
 */
enum LogicalType {
  DECIMAL(
      Decimal.LOGICAL_NAME,
      Schema.Type.BYTES,
      (schema, options) -> DecimalValues.fixedScale(schema),
      "Precision from the parameter `connect.decimal.precision`, else 38. More than 38 digits:"
          + " `string`."),
  DATE(
      Date.LOGICAL_NAME,
      Schema.Type.INT32,
      (schema, options) -> DateValues.CONNECT,
      "A value with a time of day is refused."),
  TIME(
      Time.LOGICAL_NAME,
      Schema.Type.INT32,
      (schema, options) -> TimeValues.CONNECT.mapping(options),
      TimeValues.NOTE),
  TIMESTAMP(
      Timestamp.LOGICAL_NAME,
      Schema.Type.INT64,
      (schema, options) -> TimestampValues.CONNECT,
      "An instant."),
  DEBEZIUM_DATE(
      "io.debezium.time.Date", Schema.Type.INT32, (schema, options) -> DateValues.EPOCH_DAYS, ""),
  DEBEZIUM_TIME(
      "io.debezium.time.Time",
      Schema.Type.INT32,
      (schema, options) -> TimeValues.MILLIS.mapping(options),
      TimeValues.NOTE),
  DEBEZIUM_MICRO_TIME(
      "io.debezium.time.MicroTime",
      Schema.Type.INT64,
      (schema, options) -> TimeValues.MICROS.mapping(options),
      TimeValues.NOTE),
  DEBEZIUM_NANO_TIME(
      "io.debezium.time.NanoTime",
      Schema.Type.INT64,
      (schema, options) -> TimeValues.NANOS.mapping(options),
      TimeValues.NOTE + " Other than as text only whole microseconds."),
  DEBEZIUM_ZONED_TIME(
      "io.debezium.time.ZonedTime",
      Schema.Type.STRING,
      (schema, options) -> TextValues.TEXT,
      "The text as it comes, offset included."),
  DEBEZIUM_TIMESTAMP(
      "io.debezium.time.Timestamp",
      Schema.Type.INT64,
      (schema, options) -> TimestampValues.MILLIS,
      "A wall clock reading without a zone."),
  DEBEZIUM_MICRO_TIMESTAMP(
      "io.debezium.time.MicroTimestamp",
      Schema.Type.INT64,
      (schema, options) -> TimestampValues.MICROS,
      "A wall clock reading without a zone."),
  DEBEZIUM_NANO_TIMESTAMP(
      "io.debezium.time.NanoTimestamp",
      Schema.Type.INT64,
      (schema, options) -> TimestampValues.nanos(options.nanoTimestamps()),
      "A wall clock reading without a zone. As `timestamp` only whole microseconds."),
  DEBEZIUM_ZONED_TIMESTAMP(
      "io.debezium.time.ZonedTimestamp",
      Schema.Type.STRING,
      (schema, options) -> TextValues.INSTANT,
      "The instant; the offset is not kept. Only whole microseconds."),
  DEBEZIUM_YEAR(
      "io.debezium.time.Year",
      Schema.Type.INT32,
      (schema, options) -> PlainType.INT32.mapping(),
      ""),
  DEBEZIUM_INTERVAL(
      "io.debezium.time.Interval",
      Schema.Type.STRING,
      (schema, options) -> TextValues.TEXT,
      "ISO-8601 duration."),
  DEBEZIUM_MICRO_DURATION(
      "io.debezium.time.MicroDuration",
      Schema.Type.INT64,
      (schema, options) -> PlainType.INT64.mapping(),
      "Microseconds."),
  DEBEZIUM_NANO_DURATION(
      "io.debezium.time.NanoDuration",
      Schema.Type.INT64,
      (schema, options) -> PlainType.INT64.mapping(),
      "Nanoseconds."),
  DEBEZIUM_JSON(
      "io.debezium.data.Json",
      Schema.Type.STRING,
      (schema, options) -> TextValues.TEXT,
      "The text as it comes."),
  DEBEZIUM_XML(
      "io.debezium.data.Xml",
      Schema.Type.STRING,
      (schema, options) -> TextValues.TEXT,
      "The text as it comes."),
  DEBEZIUM_UUID(
      "io.debezium.data.Uuid",
      Schema.Type.STRING,
      (schema, options) -> TextValues.UUID,
      "Spark shows a `uuid` as string."),
  DEBEZIUM_ENUM(
      "io.debezium.data.Enum", Schema.Type.STRING, (schema, options) -> TextValues.TEXT, ""),
  DEBEZIUM_ENUM_SET(
      "io.debezium.data.EnumSet",
      Schema.Type.STRING,
      (schema, options) -> TextValues.TEXT,
      "The members with commas between them, as they come."),
  DEBEZIUM_BITS(
      "io.debezium.data.Bits",
      Schema.Type.BYTES,
      (schema, options) -> PlainType.BYTES.mapping(),
      "The bytes as they come: little-endian."),
  DEBEZIUM_VARIABLE_SCALE_DECIMAL(
      "io.debezium.data.VariableScaleDecimal",
      Schema.Type.STRUCT,
      (schema, options) -> DecimalValues.VARIABLE_SCALE,
      "Its digits: each value has a scale of its own.");

  private static final Map<String, LogicalType> BY_NAME = new HashMap<>();

  static {
    for (LogicalType type : values()) {
      BY_NAME.put(type.schemaName, type);
    }
  }

  private final String schemaName;
  private final Schema.Type base;
  private final Mapper mapper;
  private final String note;

  LogicalType(String schemaName, Schema.Type base, Mapper mapper, String note) {
    this.schemaName = schemaName;
    this.base = base;
    this.mapper = mapper;
    this.note = note;
  }

  /** The logical type that a schema has; null if it is plain. */
  static @Nullable LogicalType of(Schema schema) {
    LogicalType named = schema.name() == null ? null : BY_NAME.get(schema.name());
    return named != null && named.base == schema.type() ? named : null;
  }

  ScalarMapping mapping(Schema schema, MappingOptions options) {
    return mapper.map(schema, options);
  }

  String schemaName() {
    return schemaName;
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
