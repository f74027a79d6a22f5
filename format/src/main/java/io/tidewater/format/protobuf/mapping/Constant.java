/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.mapping;

import io.tidewater.format.protobuf.type.EnumType;
import io.tidewater.format.protobuf.type.FieldTraits;
import io.tidewater.format.protobuf.type.ProtoField;
import io.tidewater.format.protobuf.type.ScalarKind;
import io.tidewater.format.value.ValueVisitor;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.iceberg.expressions.Literal;
import org.jspecify.annotations.Nullable;

/**
 * A default that a schema declares.
 *
 * @param literal the value, of the column's type
 * @param event tells it
 */
record Constant(Literal<?> literal, Event event) {
  private static final int BYTE_VALUES = 256;

  /**
   * What a field's absence stands for by its schema. Absence from a oneof says that another field
   * was chosen, and stands for nothing.
   *
   * @return null if the field declares no default, or none that can be read
   */
  static @Nullable Constant ofAbsence(ProtoField field) {
    String text = field.traits().declaredDefault();
    if (text == null || field.traits().oneof() != FieldTraits.NO_ONEOF) {
      return null;
    }
    if (field.type() instanceof EnumType) {
      return new Constant(Literal.of(text), to -> to.stringValue(text));
    }
    try {
      return field.type() instanceof ScalarKind kind ? of(kind, text) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Whether a table can have it as a column's default: its JSON lacks NaN and the infinities. */
  boolean isStorable() {
    return !(literal.value() instanceof Number number) || Double.isFinite(number.doubleValue());
  }

  private static Constant of(ScalarKind kind, String text) {
    return switch (kind) {
      case DOUBLE -> {
        double value = floating(text);
        yield new Constant(Literal.of(value), to -> to.doubleValue(value));
      }
      case FLOAT -> {
        float value = (float) floating(text);
        yield new Constant(Literal.of(value), to -> to.floatValue(value));
      }
      case INT32, SINT32, SFIXED32 -> {
        int value = Integer.decode(text);
        yield new Constant(Literal.of(value), to -> to.intValue(value));
      }
      case INT64, SINT64, SFIXED64, UINT32, FIXED32 -> {
        long value = Long.decode(text);
        yield new Constant(Literal.of(value), to -> to.longValue(value));
      }
      case UINT64, FIXED64 -> {
        BigDecimal value = new BigDecimal(Unsigned.decode(text));
        yield new Constant(Literal.of(value), to -> to.decimalValue(value));
      }
      case BOOL -> {
        boolean value = Boolean.parseBoolean(text);
        yield new Constant(Literal.of(value), to -> to.booleanValue(value));
      }
      case STRING -> new Constant(Literal.of(text), to -> to.stringValue(text));
      case BYTES -> {
        ByteBuffer value = ByteBuffer.wrap(bytes(text));
        yield new Constant(Literal.of(value), to -> to.binaryValue(value.duplicate()));
      }
    };
  }

  private static double floating(String text) {
    return switch (text) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      case "nan", "-nan" -> Double.NaN;
      default -> Double.parseDouble(text);
    };
  }

  /** The parser leaves an escaped byte as the character of its number. */
  private static byte[] bytes(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    text.codePoints()
        .forEach(
            point -> {
              if (point < BYTE_VALUES) {
                bytes.write(point);
              } else {
                bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
              }
            });
    return bytes.toByteArray();
  }

  /** Tells one value. */
  interface Event {
    void tell(ValueVisitor receiver);
  }

  /** Whole numbers as the language writes them. */
  private static final class Unsigned {
    private Unsigned() {}

    static java.math.BigInteger decode(String text) {
      if (text.startsWith("0x") || text.startsWith("0X")) {
        return new java.math.BigInteger(text.substring(2), 16);
      }
      boolean octal = text.length() > 1 && text.startsWith("0");
      return new java.math.BigInteger(text, octal ? 8 : 10);
    }
  }
}
