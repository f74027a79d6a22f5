/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema.shape;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewater.format.jsonschema.shape.Shape.Scalar;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Scalars: by type, by format, and by what Connect says of where it had them from. */
final class ScalarShapes {
  private static final String DECIMAL = "org.apache.kafka.connect.data.Decimal";
  private static final int WIDEST_SCALE = 38;

  private static final Map<String, ScalarKind> WHOLE_TITLES =
      Map.ofEntries(
          Map.entry("org.apache.kafka.connect.data.Date", ScalarKind.EPOCH_DAYS),
          Map.entry("org.apache.kafka.connect.data.Time", ScalarKind.TIME_MILLIS),
          Map.entry("org.apache.kafka.connect.data.Timestamp", ScalarKind.INSTANT_MILLIS),
          Map.entry("io.debezium.time.Date", ScalarKind.EPOCH_DAYS),
          Map.entry("io.debezium.time.Time", ScalarKind.TIME_MILLIS),
          Map.entry("io.debezium.time.MicroTime", ScalarKind.TIME_MICROS),
          Map.entry("io.debezium.time.NanoTime", ScalarKind.TIME_NANOS),
          Map.entry("io.debezium.time.Timestamp", ScalarKind.LOCAL_MILLIS),
          Map.entry("io.debezium.time.MicroTimestamp", ScalarKind.LOCAL_MICROS),
          Map.entry("io.debezium.time.NanoTimestamp", ScalarKind.LOCAL_NANOS));

  private static final Map<String, ScalarKind> TEXT_TITLES =
      Map.of(
          "io.debezium.data.Uuid", ScalarKind.UUID,
          "io.debezium.time.ZonedTimestamp", ScalarKind.DATE_TIME);

  private static final Map<String, ScalarKind> FORMATS =
      Map.of(
          "date", ScalarKind.DATE,
          "time", ScalarKind.TIME,
          "date-time", ScalarKind.DATE_TIME,
          "uuid", ScalarKind.UUID,
          "byte", ScalarKind.BASE64);

  private static final Map<String, ScalarKind> ENCODINGS =
      Map.of(
          "base64", ScalarKind.BASE64,
          "base64url", ScalarKind.BASE64_URL,
          "base16", ScalarKind.BASE16);

  private ScalarShapes() {}

  static Shape of(Conjunction schema, JsonKind kind) {
    String title = schema.text("title");
    if (title.equals(DECIMAL) && kind != JsonKind.BOOLEAN) {
      int scale = scale(schema);
      if (scale <= WIDEST_SCALE) {
        return new Scalar(ScalarKind.CONNECT_DECIMAL, scale);
      }
    }
    return switch (kind) {
      case BOOLEAN -> new Scalar(ScalarKind.BOOLEAN, 0);
      case INTEGER -> new Scalar(whole(schema, title), 0);
      case NUMBER -> new Scalar(number(schema), 0);
      default -> new Scalar(text(schema, title), 0);
    };
  }

  private static int scale(Conjunction schema) {
    JsonNode parameters = schema.first("connect.parameters");
    return parameters == null ? 0 : parameters.path("scale").asInt(0);
  }

  private static ScalarKind whole(Conjunction schema, String title) {
    ScalarKind titled = WHOLE_TITLES.get(title);
    if (titled != null) {
      return titled;
    }
    return switch (schema.text("connect.type")) {
      case "int8", "int16", "int32" -> ScalarKind.INT32;
      case "int64" -> ScalarKind.INTEGER;
      default -> isBeyondLong(schema) ? ScalarKind.BIG_INTEGER : ScalarKind.INTEGER;
    };
  }

  private static boolean isBeyondLong(Conjunction schema) {
    for (String bound : List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")) {
      for (JsonNode value : schema.all(bound)) {
        // 2^63 as an exclusive bound is what a careful author writes for a long.
        if (value.isNumber() && beyondLong(value)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean beyondLong(JsonNode bound) {
    if (!bound.isIntegralNumber()) {
      return Math.abs(bound.doubleValue()) > 0x1p63;
    }
    return bound.bigIntegerValue().abs().compareTo(BigInteger.ONE.shiftLeft(63)) > 0;
  }

  private static ScalarKind number(Conjunction schema) {
    return switch (schema.text("connect.type").toLowerCase(Locale.ROOT)) {
      case "float32" -> ScalarKind.FLOAT32;
      default -> ScalarKind.NUMBER;
    };
  }

  private static ScalarKind text(Conjunction schema, String title) {
    ScalarKind titled = TEXT_TITLES.get(title);
    if (titled != null) {
      return titled;
    }
    ScalarKind encoded = ENCODINGS.get(schema.text("contentEncoding").toLowerCase(Locale.ROOT));
    if (encoded != null) {
      return encoded;
    }
    return schema.text("connect.type").equals("bytes")
        ? ScalarKind.BASE64
        : FORMATS.getOrDefault(schema.text("format"), ScalarKind.STRING);
  }
}
