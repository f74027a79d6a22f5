/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import io.tidewater.format.jsonschema.JsonSchemaFormat;
import io.tidewater.format.payload.PayloadFormat;
import io.tidewater.format.registry.SchemaKind;
import io.tidewater.format.registry.SchemaRegistry;
import java.nio.charset.StandardCharsets;

/** JSON Schema, of objects without other members; records are JSON. */
final class JsonSchemaMatrix implements MatrixFormat {
  private static final String INTEGER = "{'type': 'integer'}";
  private static final Writer ONE = c(INTEGER, "1", "1");

  @Override
  public String title() {
    return "JSON Schema";
  }

  @Override
  public SchemaKind kind() {
    return SchemaKind.JSON;
  }

  @Override
  public PayloadFormat decoder(SchemaRegistry registry) {
    return new JsonSchemaFormat(registry, "", MappingOptions.DEFAULTS);
  }

  @Override
  public Writers writers(WriterChange change) {
    return switch (change) {
      case ADD ->
          new Writers(
              ONE,
              Writer.of(
                  fields("'c': {'type': 'integer'}, 'd': {'type': 'integer'}", "'c'"),
                  "{'c': 2, 'd': 3}",
                  "2",
                  "3"));
      case DROP ->
          new Writers(
              Writer.of(
                  fields("'c': {'type': 'integer'}, 'k': {'type': 'integer'}", "'c', 'k'"),
                  "{'c': 1, 'k': 4}",
                  "1",
                  "4"),
              Writer.of(fields("'k': {'type': 'integer'}", "'k'"), "{'k': 2}", "2"));
      case RENAME ->
          new Writers(ONE, Writer.of(fields("'d': {'type': 'integer'}", "'d'"), "{'d': 2}", "2"));
      case WIDEN ->
          new Writers(
              c("{'type': 'integer', 'connect.type': 'int32'}", "1", "1"),
              c(INTEGER, "5000000000", "5000000000"));
      case RELAX ->
          new Writers(ONE, Writer.of(fields("'c': {'type': 'integer'}", ""), "{}", "null"));
      case LONG_TO_STRING -> new Writers(ONE, c("{'type': 'string'}", "'two'"));
      case LONG_TO_STRING_APART -> new Writers(ONE, c("{'type': 'string'}", "'two'", "two"));
      case STRING_TO_LONG, STRING_TO_LONG_APART ->
          new Writers(c("{'type': 'string'}", "'one'", "one"), c(INTEGER, "2", "2"));
      case LONG_TO_BOOLEAN -> new Writers(ONE, c("{'type': 'boolean'}", "true"));
      case LONG_TO_BOOLEAN_APART -> new Writers(ONE, c("{'type': 'boolean'}", "true", "true"));
    };
  }

  @Override
  public String schema(MatrixPlace place, Writer writer) {
    String struct = "{'type': 'object', " + writer.fields() + "}";
    String text =
        switch (place) {
          case TOP -> struct;
          case STRUCT -> object("'s': " + struct, "'s'");
          case LIST_ELEMENT -> object("'l': {'type': 'array', 'items': " + struct + "}", "'l'");
          case MAP_VALUE ->
              object("'m': {'type': 'object', 'additionalProperties': " + struct + "}", "'m'");
        };
    return MatrixPlace.quoted(text);
  }

  @Override
  public byte[] bytes(MatrixPlace place, Writer writer) {
    return place.json(writer.record()).getBytes(StandardCharsets.UTF_8);
  }

  private static String object(String members, String required) {
    return "{'type': 'object', " + fields(members, required) + "}";
  }

  private static String fields(String members, String required) {
    return "'properties': {"
        + members
        + "}, 'required': ["
        + required
        + "], 'additionalProperties': false";
  }

  private static Writer c(String type, String value, String... shown) {
    return Writer.of(fields("'c': " + type, "'c'"), "{'c': " + value + "}", shown);
  }
}
