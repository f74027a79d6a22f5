/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a conjunction leaves open: its groups of {@code oneOf} and {@code anyOf}, without null,
 * which is none of the alternatives but makes the whole nullable. A group of which one alternative
 * is left, joins the conjunction. A group that only says which members are required says nothing
 * here.
 */
final class Alternatives {
  private static final List<String> GROUPS = List.of("oneOf", "anyOf");
  private static final Set<String> TYPING =
      Set.of(
          "type",
          "properties",
          "patternProperties",
          "items",
          "prefixItems",
          "enum",
          "const",
          "format",
          "contentEncoding");

  private final List<Group> groups = new ArrayList<>();
  private final Set<JsonNode> looked = Collections.newSetFromMap(new IdentityHashMap<>());
  private final SchemaDocuments documents;
  private final String path;
  private boolean withNull;

  private Alternatives(SchemaDocuments documents, String path) {
    this.documents = documents;
    this.path = path;
  }

  /** Finds the groups of a conjunction, which may grow by that. */
  static Alternatives of(Conjunction schema, SchemaDocuments documents, String path) {
    Alternatives alternatives = new Alternatives(documents, path);
    // Not an iterator: the list grows while it is walked.
    for (int i = 0; i < schema.schemas().size(); i++) {
      for (String keyword : GROUPS) {
        alternatives.look(schema, schema.schemas().get(i), keyword);
      }
    }
    return alternatives;
  }

  private void look(Conjunction schema, ObjectNode node, String keyword) {
    JsonNode group = node.path(keyword);
    if (!group.isArray() || !looked.add(group)) {
      return;
    }
    List<JsonNode> left = new ArrayList<>();
    boolean typed = false;
    boolean nullFound = false;
    for (JsonNode alternative : group) {
      Conjunction each = new Conjunction(List.of(alternative), documents, path);
      if (isNull(each)) {
        nullFound = true;
      } else if (!each.isImpossible()) {
        left.add(alternative);
        typed |= isTyped(each);
      }
    }
    withNull |= nullFound;
    if (left.size() == 1) {
      schema.add(left.get(0));
    } else if (typed) {
      groups.add(new Group(left, node.path("discriminator")));
    }
  }

  private boolean isNull(Conjunction alternative) {
    return EnumSet.of(JsonKind.NULL).equals(Kinds.of(alternative, path));
  }

  private static boolean isTyped(Conjunction alternative) {
    boolean anything = alternative.schemas().stream().allMatch(ObjectNode::isEmpty);
    boolean nested = GROUPS.stream().anyMatch(keyword -> alternative.first(keyword) != null);
    return anything || nested || alternative.hasAny(TYPING);
  }

  List<Group> groups() {
    return groups;
  }

  boolean withNull() {
    return withNull;
  }

  /** Whether null is none of the values although a kind lets it through: no alternative has it. */
  boolean bindNull(@Nullable Set<JsonKind> kinds) {
    return !groups.isEmpty() && !withNull && kinds == null;
  }

  /**
   * @param discriminator OpenAPI's, in the schema that the group is in; may be missing
   */
  record Group(List<JsonNode> alternatives, JsonNode discriminator) {}
}
