/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema.shape;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewater.format.schema.UnsupportedSchemaException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which kinds of values a schema lets through. */
final class Kinds {
  /** Keywords that only mean something for values of one kind, which is then meant. */
  private static final Map<JsonKind, Set<String>> OF_ONE_KIND =
      Map.of(
          JsonKind.OBJECT,
          Set.of(
              "properties",
              "required",
              "additionalProperties",
              "patternProperties",
              "propertyNames",
              "minProperties",
              "maxProperties",
              "unevaluatedProperties",
              "dependentRequired",
              "dependentSchemas",
              "dependencies"),
          JsonKind.ARRAY,
          Set.of("items", "prefixItems", "contains", "minItems", "maxItems", "uniqueItems"),
          JsonKind.STRING,
          Set.of("minLength", "maxLength", "pattern", "contentEncoding", "contentMediaType"),
          JsonKind.NUMBER,
          Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"));

  private static final Set<String> WHOLE_FORMATS = Set.of("int32", "int64");
  private static final Set<String> NUMBER_FORMATS = Set.of("float", "double");

  private Kinds() {}

  /**
   * The kinds that a conjunction declares, by type, by the values that it lists, or by keywords
   * that only one kind has.
   *
   * @return null if it declares none
   */
  static @Nullable Set<JsonKind> of(Conjunction schema, String path) {
    Set<JsonKind> declared = declared(schema.all("type"), path);
    Set<JsonKind> listed = listed(schema);
    if (declared == null) {
      return listed == null ? inferred(schema) : numbers(listed);
    }
    if (listed != null && !listed.contains(JsonKind.NULL)) {
      // A value that is not listed is none, null included.
      declared.remove(JsonKind.NULL);
    }
    if (isTrue(schema.first("nullable"))) {
      declared.add(JsonKind.NULL);
    }
    return declared;
  }

  /** Every whole number is a number. */
  private static Set<JsonKind> numbers(Set<JsonKind> kinds) {
    Set<JsonKind> widened = EnumSet.copyOf(kinds);
    if (kinds.contains(JsonKind.NUMBER)) {
      widened.add(JsonKind.INTEGER);
    }
    return widened;
  }

  private static @Nullable Set<JsonKind> declared(List<JsonNode> types, String path) {
    Set<JsonKind> kinds = null;
    for (JsonNode type : types) {
      Set<JsonKind> named = EnumSet.noneOf(JsonKind.class);
      for (JsonNode name : type.isArray() ? type : List.of(type)) {
        Set<JsonKind> known = JsonKind.named(name.asText());
        if (known == null) {
          throw new UnsupportedSchemaException(path, "JSON Schema has no type " + name);
        }
        named.addAll(known);
      }
      if (kinds == null) {
        kinds = named;
      } else {
        kinds.retainAll(named);
      }
    }
    return kinds;
  }

  private static @Nullable Set<JsonKind> listed(Conjunction schema) {
    Set<JsonKind> kinds = EnumSet.noneOf(JsonKind.class);
    for (JsonNode values : schema.all("enum")) {
      values.forEach(value -> kinds.add(JsonKind.of(value)));
    }
    schema.all("const").forEach(value -> kinds.add(JsonKind.of(value)));
    return kinds.isEmpty() ? null : kinds;
  }

  private static @Nullable Set<JsonKind> inferred(Conjunction schema) {
    Set<JsonKind> kinds = EnumSet.noneOf(JsonKind.class);
    OF_ONE_KIND.forEach(
        (kind, keywords) -> {
          if (schema.hasAny(keywords)) {
            kinds.add(kind);
          }
        });
    String format = schema.text("format");
    if (WHOLE_FORMATS.contains(format)) {
      kinds.add(JsonKind.INTEGER);
    } else if (NUMBER_FORMATS.contains(format)) {
      kinds.add(JsonKind.NUMBER);
    } else if (!format.isEmpty()) {
      kinds.add(JsonKind.STRING);
    }
    if (kinds.size() != 1) {
      return null;
    }
    if (isTrue(schema.first("nullable"))) {
      kinds.add(JsonKind.NULL);
    }
    return numbers(kinds);
  }

  private static boolean isTrue(@Nullable JsonNode value) {
    return value != null && value.isBoolean() && value.booleanValue();
  }
}
