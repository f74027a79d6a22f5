/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.logical;

import io.tidewater.format.logical.Meaning.OfContent;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Schemas of Kafka Connect whose name says more than their type: its own logical types, and
 * Debezium's. Wherever the name goes the meaning goes too: Connect's converters write it into the
 * schemas of other formats.
 */
public enum NamedType {
  DECIMAL(
      "org.apache.kafka.connect.data.Decimal",
      Base.BYTES,
      OfContent.DECIMAL,
      "Precision from the parameter `connect.decimal.precision`, else 38. More than 38 digits:"
          + " `string`."),
  DATE(
      "org.apache.kafka.connect.data.Date",
      Base.INT32,
      NumberMeaning.DATE,
      "A value with a time of day is refused."),
  TIME(
      "org.apache.kafka.connect.data.Time",
      Base.INT32,
      NumberMeaning.TIME_MILLIS,
      NumberMeaning.TIME_NOTE),
  TIMESTAMP(
      "org.apache.kafka.connect.data.Timestamp",
      Base.INT64,
      NumberMeaning.INSTANT_MILLIS,
      "An instant."),
  DEBEZIUM_DATE("io.debezium.time.Date", Base.INT32, NumberMeaning.DATE, ""),
  DEBEZIUM_TIME(
      "io.debezium.time.Time", Base.INT32, NumberMeaning.TIME_MILLIS, NumberMeaning.TIME_NOTE),
  DEBEZIUM_MICRO_TIME(
      "io.debezium.time.MicroTime", Base.INT64, NumberMeaning.TIME_MICROS, NumberMeaning.TIME_NOTE),
  DEBEZIUM_NANO_TIME(
      "io.debezium.time.NanoTime",
      Base.INT64,
      NumberMeaning.TIME_NANOS,
      NumberMeaning.TIME_NOTE + " Other than as text only whole microseconds."),
  DEBEZIUM_ZONED_TIME(
      "io.debezium.time.ZonedTime",
      Base.STRING,
      OfContent.PLAIN,
      "The text as it comes, offset included."),
  DEBEZIUM_TIMESTAMP(
      "io.debezium.time.Timestamp",
      Base.INT64,
      NumberMeaning.WALL_CLOCK_MILLIS,
      "A wall clock reading without a zone."),
  DEBEZIUM_MICRO_TIMESTAMP(
      "io.debezium.time.MicroTimestamp",
      Base.INT64,
      NumberMeaning.WALL_CLOCK_MICROS,
      "A wall clock reading without a zone."),
  DEBEZIUM_NANO_TIMESTAMP(
      "io.debezium.time.NanoTimestamp",
      Base.INT64,
      NumberMeaning.WALL_CLOCK_NANOS,
      "A wall clock reading without a zone. As `timestamp` only whole microseconds."),
  DEBEZIUM_ZONED_TIMESTAMP(
      "io.debezium.time.ZonedTimestamp",
      Base.STRING,
      OfContent.INSTANT,
      "The instant; the offset is not kept. Only whole microseconds."),
  DEBEZIUM_YEAR("io.debezium.time.Year", Base.INT32, OfContent.PLAIN, ""),
  DEBEZIUM_INTERVAL(
      "io.debezium.time.Interval", Base.STRING, OfContent.PLAIN, "ISO-8601 duration."),
  DEBEZIUM_MICRO_DURATION(
      "io.debezium.time.MicroDuration", Base.INT64, OfContent.PLAIN, "Microseconds."),
  DEBEZIUM_NANO_DURATION(
      "io.debezium.time.NanoDuration", Base.INT64, OfContent.PLAIN, "Nanoseconds."),
  DEBEZIUM_JSON("io.debezium.data.Json", Base.STRING, OfContent.PLAIN, "The text as it comes."),
  DEBEZIUM_XML("io.debezium.data.Xml", Base.STRING, OfContent.PLAIN, "The text as it comes."),
  DEBEZIUM_UUID(
      "io.debezium.data.Uuid", Base.STRING, OfContent.UUID, "Spark shows a `uuid` as string."),
  DEBEZIUM_ENUM("io.debezium.data.Enum", Base.STRING, OfContent.PLAIN, ""),
  DEBEZIUM_ENUM_SET(
      "io.debezium.data.EnumSet",
      Base.STRING,
      OfContent.PLAIN,
      "The members with commas between them, as they come."),
  DEBEZIUM_BITS(
      "io.debezium.data.Bits",
      Base.BYTES,
      OfContent.PLAIN,
      "The bytes as they come: little-endian."),
  DEBEZIUM_VARIABLE_SCALE_DECIMAL(
      "io.debezium.data.VariableScaleDecimal",
      Base.STRUCT,
      OfContent.VARIABLE_SCALE_DECIMAL,
      "Its digits: each value has a scale of its own.");

  /** The type, by Connect's name, on which alone a name means something. */
  public enum Base {
    INT32,
    INT64,
    STRING,
    BYTES,
    STRUCT
  }

  private static final Map<String, NamedType> BY_NAME = new HashMap<>();

  static {
    for (NamedType type : values()) {
      BY_NAME.put(type.schemaName, type);
    }
  }

  private final String schemaName;
  private final Base base;
  private final Meaning meaning;
  private final String note;

  NamedType(String schemaName, Base base, Meaning meaning, String note) {
    this.schemaName = schemaName;
    this.base = base;
    this.meaning = meaning;
    this.note = note;
  }

  /**
   * The type of a name, if it stands where it means something.
   *
   * @param base the type of the schema that has the name; null if it is none of those
   * @return null if the schema is what its type says
   */
  public static @Nullable NamedType of(@Nullable String schemaName, @Nullable Base base) {
    NamedType named = schemaName == null ? null : BY_NAME.get(schemaName);
    return named != null && named.base == base ? named : null;
  }

  public String schemaName() {
    return schemaName;
  }

  public Base base() {
    return base;
  }

  public Meaning meaning() {
    return meaning;
  }

  /** What a reader of the page of types should know besides the column's type. */
  public String note() {
    return note;
  }
}
