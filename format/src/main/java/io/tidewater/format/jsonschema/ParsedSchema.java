/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tidewater.format.registry.RegisteredSchema;
import io.tidewater.format.registry.SchemaKind;
import io.tidewater.format.registry.UnknownSchemaException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A schema and those that it refers to, as JSON. */
record ParsedSchema(int id, JsonNode document, Map<String, JsonNode> references) {
  private static final int DEEPEST = 500;

  private static final ObjectReader SCHEMAS =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .build()
          .readerFor(JsonNode.class);

  /**
   * Parses a schema of a registry.
   *
   * @throws UnknownSchemaException if it is none of JSON Schema, or no JSON
   */
  static ParsedSchema of(RegisteredSchema schema) {
    if (schema.kind() != SchemaKind.JSON) {
      throw new UnknownSchemaException(
          "schema "
              + schema.id()
              + " is of kind "
              + schema.kind()
              + ", not JSON; the format of the topic must be that of its records");
    }
    Map<String, JsonNode> references = new LinkedHashMap<>();
    schema.references().forEach((name, text) -> references.put(name, parsed(schema.id(), text)));
    return new ParsedSchema(schema.id(), parsed(schema.id(), schema.text()), references);
  }

  private static JsonNode parsed(int id, String text) {
    try {
      return SCHEMAS.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UnknownSchemaException(
          "schema " + id + ", or one that it refers to, is no JSON: " + e.getOriginalMessage());
    }
  }
}
