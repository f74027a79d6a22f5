/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types that JSON Schema tells apart. Every {@link #INTEGER} is a {@link #NUMBER}, too. */
enum JsonKind {
  NULL,
  BOOLEAN,
  INTEGER,
  NUMBER,
  STRING,
  OBJECT,
  ARRAY;

  static final Set<JsonKind> NUMBERS = EnumSet.of(INTEGER, NUMBER);

  /** The kinds that a name in a schema means; null for a name that the specification lacks. */
  static @Nullable Set<JsonKind> named(String name) {
    if (name.equals("any")) {
      return EnumSet.allOf(JsonKind.class);
    }
    for (JsonKind kind : values()) {
      if (kind.text().equals(name)) {
        return kind == NUMBER ? NUMBERS : EnumSet.of(kind);
      }
    }
    return null;
  }

  /** The kind of a value. */
  static JsonKind of(JsonNode value) {
    return switch (value.getNodeType()) {
      case BOOLEAN -> BOOLEAN;
      case NUMBER -> value.isIntegralNumber() ? INTEGER : NUMBER;
      case STRING -> STRING;
      case OBJECT -> OBJECT;
      case ARRAY -> ARRAY;
      default -> NULL;
    };
  }

  /** The name in schemas. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
