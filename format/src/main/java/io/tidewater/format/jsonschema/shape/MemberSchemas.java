/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidewater.format.jsonschema.shape.Alternatives.Group;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The members that an object may have, wherever in its schema they are declared: those of the
 * schema itself, and as optional ones those of its alternatives, of {@code then} and {@code else},
 * and of what depends on another member.
 */
final class MemberSchemas {
  private static final List<String> CONDITIONAL = List.of("then", "else");
  private static final List<String> DEPENDENT = List.of("dependentSchemas", "dependencies");

  private final Map<String, List<JsonNode>> certain = new LinkedHashMap<>();
  private final Map<String, List<JsonNode>> possible = new LinkedHashMap<>();
  private final Set<JsonNode> looked = Collections.newSetFromMap(new IdentityHashMap<>());
  private final SchemaDocuments documents;
  private final String path;
  private boolean closed;

  MemberSchemas(SchemaDocuments documents, String path) {
    this.documents = documents;
    this.path = path;
  }

  void collect(Conjunction schema, Alternatives alternatives) {
    properties(schema, certain);
    for (Group group : alternatives.groups()) {
      closed |= alternatives(group);
    }
    conditional(schema);
    possible.keySet().removeAll(certain.keySet());
  }

  /** By name, the schemas that all hold of a member. */
  Map<String, List<JsonNode>> certain() {
    return certain;
  }

  /** By name, the schemas one of which holds of a member, if it is there. */
  Map<String, List<JsonNode>> possible() {
    return possible;
  }

  boolean isEmpty() {
    return certain.isEmpty() && possible.isEmpty();
  }

  /** Whether none of the alternatives lets other members in. */
  boolean alternativesAreClosed() {
    return closed;
  }

  private boolean alternatives(Group group) {
    boolean all = true;
    for (JsonNode alternative : group.alternatives()) {
      all &= alternative(alternative);
    }
    return all;
  }

  private boolean alternative(JsonNode alternative) {
    if (!looked.add(alternative)) {
      return true;
    }
    Conjunction schema = new Conjunction(List.of(alternative), documents, path);
    Alternatives nested = Alternatives.of(schema, documents, path);
    properties(schema, possible);
    nested.groups().forEach(this::alternatives);
    conditional(schema);
    return ObjectShapes.isClosed(schema);
  }

  private void conditional(Conjunction schema) {
    for (String keyword : CONDITIONAL) {
      schema.all(keyword).stream().filter(JsonNode::isObject).forEach(this::alternative);
    }
    for (String keyword : DEPENDENT) {
      for (JsonNode dependencies : schema.all(keyword)) {
        for (JsonNode dependency : dependencies) {
          if (dependency.isObject()) {
            alternative(dependency);
          }
        }
      }
    }
  }

  private static void properties(Conjunction schema, Map<String, List<JsonNode>> members) {
    for (JsonNode properties : schema.all("properties")) {
      if (properties instanceof ObjectNode declared) {
        declared
            .properties()
            .forEach(
                member ->
                    members
                        .computeIfAbsent(member.getKey(), name -> new ArrayList<>())
                        .add(member.getValue()));
      }
    }
  }
}
