/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.mapping;

import io.tidewater.format.protobuf.mapping.Shape.JsonShape;
import io.tidewater.format.protobuf.mapping.Shape.ValueShape;
import io.tidewater.format.protobuf.plan.PlainValue;
import io.tidewater.format.protobuf.type.ProtoField;
import io.tidewater.format.schema.MappingOptions;
import org.jspecify.annotations.Nullable;

/** Messages that stand for a value, by their full names. */
enum WellKnownType {
  TIMESTAMP(
      "google.protobuf.Timestamp",
      (field, options) -> {
        TimestampValue value = new TimestampValue(options.nanoTimestamps());
        return new ValueShape(value.type(), TimestampValue.INDEX, value);
      },
      "In microseconds; a finer value is refused, unless nanoseconds are asked for by option, or"
          + " the table's column is text."),
  DURATION(
      "google.protobuf.Duration",
      (field, options) ->
          new ValueShape(DurationValue.TYPE, DurationValue.INDEX, new DurationValue()),
      "Seconds: exact, and they sort and sum."),
  FIELD_MASK(
      "google.protobuf.FieldMask",
      (field, options) ->
          new ValueShape(FieldMaskValue.TYPE, FieldMaskValue.INDEX, new FieldMaskValue()),
      "The paths, with commas between."),
  STRUCT("google.protobuf.Struct"),
  VALUE("google.protobuf.Value"),
  LIST_VALUE("google.protobuf.ListValue"),
  DOUBLE_VALUE("google.protobuf.DoubleValue", PlainValue.DOUBLE),
  FLOAT_VALUE("google.protobuf.FloatValue", PlainValue.FLOAT),
  INT64_VALUE("google.protobuf.Int64Value", PlainValue.INT64),
  UINT64_VALUE("google.protobuf.UInt64Value", PlainValue.UINT64),
  INT32_VALUE("google.protobuf.Int32Value", PlainValue.INT32),
  UINT32_VALUE("google.protobuf.UInt32Value", PlainValue.UINT32),
  BOOL_VALUE("google.protobuf.BoolValue", PlainValue.BOOL),
  STRING_VALUE("google.protobuf.StringValue", PlainValue.STRING),
  BYTES_VALUE("google.protobuf.BytesValue", PlainValue.BYTES),
  DATE(
      "google.type.Date",
      (field, options) -> new ValueShape(DateValue.TYPE, DateValue.INDEX, new DateValue()),
      "One without a year, month or day is refused."),
  GOOGLE_DECIMAL("google.type.Decimal", PlainValue.STRING),
  CONFLUENT_DECIMAL(
      "confluent.type.Decimal",
      (field, options) ->
          new ValueShape(DecimalValue.type(field), DecimalValue.INDEX, new DecimalValue()),
      "`decimal(P, S)` where `confluent.field_meta` tells the field's `scale` (and `precision`,"
          + " else 38).");

  private final String fullName;
  private final Mapping mapping;
  private final String note;

  WellKnownType(String fullName, Mapping mapping, String note) {
    this.fullName = fullName;
    this.mapping = mapping;
    this.note = note;
  }

  WellKnownType(String fullName, PlainValue wrapped) {
    this(
        fullName,
        (field, options) ->
            new ValueShape(wrapped.type(), Indexes.of(wrapped), new WrappedValue(wrapped)),
        "");
  }

  WellKnownType(String fullName) {
    this(
        fullName,
        (field, options) -> new JsonShape(options.semiStructured().type(), fullName),
        "The JSON that it stands for.");
  }

  /** The type of a message's full name; null if it stands for nothing but itself. */
  static @Nullable WellKnownType of(String fullName) {
    for (WellKnownType type : values()) {
      if (type.fullName.equals(fullName)) {
        return type;
      }
    }
    return null;
  }

  String fullName() {
    return fullName;
  }

  /** What a user should know of it; may be empty. */
  String note() {
    return note;
  }

  /**
   * Its column.
   *
   * @param field the field that holds it; null for the value of a map
   */
  Shape shape(@Nullable ProtoField field, MappingOptions options) {
    return mapping.shape(field, options);
  }

  private interface Mapping {
    Shape shape(@Nullable ProtoField field, MappingOptions options);
  }
}
