/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.json;

import com.fasterxml.jackson.core.JsonToken;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as Java's own values: maps, lists, texts, booleans, and numbers with all their digits. A
 * whole number is a {@link Long}, or beyond 64 bits a {@link java.math.BigInteger}; another is a
 * {@link Double} where that prints the number's digits, else a {@link BigDecimal}.
 */
public final class JsonValues {
  /** No whole number that somebody counts with is longer; {@code 1e999999999} stays a decimal. */
  private static final int LONG_DIGITS = 19;

  private JsonValues() {}

  /**
   * The value of a payload.
   *
   * @param payload read from its position to its limit
   * @return null for JSON's null
   * @throws io.tidewater.format.value.ValueMismatchException if it is no JSON, or not as strictly
   *     as wanted here
   */
  public static @Nullable Object parse(ByteBuffer payload) {
    JsonCursor cursor = JsonCursor.of(payload);
    Object value = value(cursor);
    cursor.end();
    return value;
  }

  private static @Nullable Object value(JsonCursor cursor) {
    return switch (cursor.token()) {
      case START_OBJECT -> object(cursor);
      case START_ARRAY -> array(cursor);
      case VALUE_STRING -> cursor.text();
      case VALUE_NUMBER_INT -> whole(cursor.text());
      case VALUE_NUMBER_FLOAT -> fraction(cursor.text());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw cursor.mismatch("a JSON value");
    };
  }

  private static Map<String, @Nullable Object> object(JsonCursor cursor) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    while (cursor.next() != JsonToken.END_OBJECT) {
      String name = cursor.name();
      cursor.next();
      members.put(name, value(cursor));
    }
    return members;
  }

  private static List<@Nullable Object> array(JsonCursor cursor) {
    List<@Nullable Object> elements = new ArrayList<>();
    while (cursor.next() != JsonToken.END_ARRAY) {
      elements.add(value(cursor));
    }
    return elements;
  }

  private static Object whole(String digits) {
    if (digits.length() < LONG_DIGITS) {
      return Long.parseLong(digits);
    }
    BigDecimal number = JsonNumbers.decimal(digits);
    boolean small = number.unscaledValue().bitLength() < Long.SIZE;
    return small ? (Object) number.longValueExact() : number.unscaledValue();
  }

  private static Object fraction(String digits) {
    return JsonNumbers.isDouble(digits)
        ? (Object) Double.parseDouble(digits)
        : JsonNumbers.decimal(digits);
  }
}
