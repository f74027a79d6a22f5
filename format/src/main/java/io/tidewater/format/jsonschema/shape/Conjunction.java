/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidewater.format.schema.UnsupportedSchemaException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All schemas that hold of a value at once: one, those that it refers to, and those in its {@code
 * allOf}; nearest first.
 */
final class Conjunction {
  private static final List<String> REFERENCES = List.of("$ref", "$dynamicRef", "$recursiveRef");

  private final List<ObjectNode> schemas = new ArrayList<>();
  private final Set<JsonNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final SchemaDocuments documents;
  private final String path;
  private boolean impossible;

  Conjunction(List<JsonNode> schemas, SchemaDocuments documents, String path) {
    this.documents = documents;
    this.path = path;
    schemas.forEach(this::add);
  }

  /** One schema more that holds, too. */
  void add(JsonNode schema) {
    Deque<JsonNode> open = new ArrayDeque<>();
    open.add(schema);
    while (!open.isEmpty()) {
      JsonNode next = open.remove();
      if (next instanceof ObjectNode object) {
        if (seen.add(object)) {
          schemas.add(object);
          follow(object, open);
        }
      } else if (!next.isBoolean()) {
        throw new UnsupportedSchemaException(
            path, "a schema must be an object, true or false; it is " + next.getNodeType());
      } else if (!next.booleanValue()) {
        impossible = true;
      }
    }
  }

  private void follow(ObjectNode schema, Deque<JsonNode> open) {
    for (String keyword : REFERENCES) {
      JsonNode reference = schema.path(keyword);
      if (reference.isTextual()) {
        open.add(documents.resolve(schema, reference.textValue(), path));
      }
    }
    if (schema.path("allOf").isArray()) {
      schema.path("allOf").forEach(open::add);
    }
  }

  List<ObjectNode> schemas() {
    return schemas;
  }

  /** Whether no value fits: {@code false} is among the schemas. */
  boolean isImpossible() {
    return impossible;
  }

  /** What the nearest schema that has a keyword says there; null if none has it. */
  @Nullable JsonNode first(String keyword) {
    for (ObjectNode schema : schemas) {
      JsonNode value = schema.get(keyword);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /** The text of the nearest schema that has a keyword; empty if none has it. */
  String text(String keyword) {
    JsonNode value = first(keyword);
    return value != null && value.isTextual() ? value.textValue() : "";
  }

  /** What all the schemas say at a keyword. */
  List<JsonNode> all(String keyword) {
    List<JsonNode> values = new ArrayList<>();
    for (ObjectNode schema : schemas) {
      JsonNode value = schema.get(keyword);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  boolean hasAny(Set<String> keywords) {
    return schemas.stream().anyMatch(schema -> keywords.stream().anyMatch(schema::has));
  }
}
