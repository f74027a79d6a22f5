/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import com.fasterxml.jackson.core.JsonToken;
import io.tidewater.format.json.JsonCursor;
import io.tidewater.format.json.JsonEvents;
import io.tidewater.format.json.JsonNumbers;
import io.tidewater.format.jsonschema.shape.ScalarKind;
import io.tidewater.format.jsonschema.shape.Shape.Scalar;
import io.tidewater.format.logical.NumberMapping;
import io.tidewater.format.logical.NumberMeaning;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.value.ValueVisitor;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Type.TypeID;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.DecimalType;

/**
 * How a kind of scalars is stored and read.
 *
 * @param type the column that it needs
 * @param own reads a value for such a column, and for any other that it may go into
 * @param verbatim whether a column of text takes the value as it was written
 */
record ScalarMapping(Type type, ScalarReader own, boolean verbatim) {
  private static final int WIDEST = 38;

  static ScalarMapping of(Scalar scalar, MappingOptions options) {
    ScalarKind kind = scalar.kind();
    return switch (kind) {
      case BOOLEAN -> exactly(Types.BooleanType.get(), ScalarMapping::readBoolean);
      case INT32 -> exactly(Types.IntegerType.get(), ScalarMapping::readInt);
      case INTEGER -> exactly(Types.LongType.get(), ScalarMapping::readLong);
      case BIG_INTEGER -> exactly(DecimalType.of(WIDEST, 0), ScalarMapping::readWhole);
      case FLOAT32 -> written(Types.FloatType.get(), ScalarMapping::readFloat);
      case NUMBER -> written(Types.DoubleType.get(), ScalarMapping::readDouble);
      case CONNECT_DECIMAL ->
          exactly(DecimalType.of(WIDEST, scalar.scale()), BinaryText.decimal(scalar.scale()));
      case STRING -> written(Types.StringType.get(), ScalarMapping::readText);
      case MIXED -> exactly(options.semiStructured().type(), ScalarMapping::readAny);
      case UUID -> written(Types.UUIDType.get(), ScalarMapping::readText);
      case BASE64 -> written(Types.BinaryType.get(), BinaryText::readBase64);
      case BASE64_URL -> written(Types.BinaryType.get(), BinaryText::readBase64Url);
      case BASE16 -> written(Types.BinaryType.get(), BinaryText::readBase16);
      case DATE -> written(Types.DateType.get(), TemporalText::readDate);
      case TIME -> written(options.timeOfDay().type(), TemporalText.time(options.timeOfDay()));
      case DATE_TIME -> written(Types.TimestampType.withZone(), TemporalText::readDateTime);
      case EPOCH_DAYS -> whole(NumberMeaning.DATE, options);
      case TIME_MILLIS -> whole(NumberMeaning.TIME_MILLIS, options);
      case TIME_MICROS -> whole(NumberMeaning.TIME_MICROS, options);
      case TIME_NANOS -> whole(NumberMeaning.TIME_NANOS, options);
      case INSTANT_MILLIS -> whole(NumberMeaning.INSTANT_MILLIS, options);
      case LOCAL_MILLIS -> whole(NumberMeaning.WALL_CLOCK_MILLIS, options);
      case LOCAL_MICROS -> whole(NumberMeaning.WALL_CLOCK_MICROS, options);
      case LOCAL_NANOS -> whole(NumberMeaning.WALL_CLOCK_NANOS, options);
    };
  }

  private static ScalarMapping whole(NumberMeaning meaning, MappingOptions options) {
    NumberMapping mapping = meaning.mapping(options);
    return exactly(
        mapping.type(),
        (cursor, column) ->
            mapping.event().tell(JsonNumbers.wholeLong(number(cursor, "a whole number")), column));
  }

  private static ScalarMapping exactly(Type type, ScalarReader reader) {
    return new ScalarMapping(type, reader, false);
  }

  private static ScalarMapping written(Type type, ScalarReader reader) {
    return new ScalarMapping(type, reader, true);
  }

  /** What reads values for a column of some type. */
  ScalarReader reader(Type column) {
    boolean number = type.typeId() == TypeID.DOUBLE || type.typeId() == TypeID.FLOAT;
    return switch (column.typeId()) {
      case STRING ->
          verbatim ? (number ? ScalarMapping::readDigits : ScalarMapping::readText) : own;
      case DOUBLE, FLOAT -> own;
      case VARIANT -> number ? ScalarMapping::readNumber : own;
      // A column that counts in decimals takes the digits, not what a double makes of them.
      default -> number ? ScalarMapping::readDecimal : own;
    };
  }

  private static void readBoolean(JsonCursor cursor, ValueVisitor column) {
    switch (cursor.token()) {
      case VALUE_TRUE -> column.booleanValue(true);
      case VALUE_FALSE -> column.booleanValue(false);
      default -> throw cursor.mismatch("true or false");
    }
  }

  private static void readInt(JsonCursor cursor, ValueVisitor column) {
    long value = JsonNumbers.wholeLong(number(cursor, "a whole number"));
    if (value != (int) value) {
      throw cursor.mismatch("a whole number of 32 bits");
    }
    column.intValue((int) value);
  }

  private static void readLong(JsonCursor cursor, ValueVisitor column) {
    column.longValue(JsonNumbers.wholeLong(number(cursor, "a whole number")));
  }

  private static void readWhole(JsonCursor cursor, ValueVisitor column) {
    column.decimalValue(JsonNumbers.whole(number(cursor, "a whole number")));
  }

  private static void readFloat(JsonCursor cursor, ValueVisitor column) {
    column.floatValue(JsonNumbers.exactFloat(number(cursor, "a number")));
  }

  private static void readDouble(JsonCursor cursor, ValueVisitor column) {
    column.doubleValue(JsonNumbers.exactDouble(number(cursor, "a number")));
  }

  private static void readDecimal(JsonCursor cursor, ValueVisitor column) {
    column.decimalValue(JsonNumbers.decimal(number(cursor, "a number")));
  }

  private static void readNumber(JsonCursor cursor, ValueVisitor column) {
    number(cursor, "a number");
    JsonEvents.emit(cursor, column);
  }

  private static void readDigits(JsonCursor cursor, ValueVisitor column) {
    column.stringValue(number(cursor, "a number"));
  }

  private static void readText(JsonCursor cursor, ValueVisitor column) {
    column.stringValue(text(cursor));
  }

  private static void readAny(JsonCursor cursor, ValueVisitor column) {
    if (!cursor.token().isScalarValue()) {
      throw cursor.mismatch("a value without children");
    }
    JsonEvents.emit(cursor, column);
  }

  /** The digits of the number at a cursor. */
  static String number(JsonCursor cursor, String expected) {
    if (!cursor.token().isNumeric()) {
      throw cursor.mismatch(expected);
    }
    return cursor.text();
  }

  /** The text at a cursor. */
  static String text(JsonCursor cursor) {
    if (cursor.token() != JsonToken.VALUE_STRING) {
      throw cursor.mismatch("text");
    }
    return cursor.text();
  }
}
