/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema.shape;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewater.format.jsonschema.shape.Shape.Anything;
import io.tidewater.format.jsonschema.shape.Shape.Entries;
import io.tidewater.format.jsonschema.shape.Shape.Member;
import io.tidewater.format.jsonschema.shape.Shape.Members;
import io.tidewater.format.jsonschema.shape.Shape.Part;
import io.tidewater.format.schema.UnsupportedSchemaException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Objects: structs where members are declared, maps where all are of one schema. */
final class ObjectShapes {
  private static final List<String> REST = List.of("additionalProperties", "unevaluatedProperties");

  private final ShapeReader reader;
  private final String path;

  ObjectShapes(ShapeReader reader, String path) {
    this.reader = reader;
    this.path = path;
  }

  boolean hasMembers(Conjunction schema) {
    return schema.all("properties").stream().anyMatch(properties -> !properties.isEmpty());
  }

  Shape shape(Conjunction schema, Alternatives alternatives) {
    MemberSchemas found = new MemberSchemas(reader.documents(), path);
    found.collect(schema, alternatives);
    boolean closed = isClosed(schema) || found.alternativesAreClosed();
    if (found.isEmpty()) {
      return withoutMembers(schema, closed);
    }
    boolean patterns = !schema.all("patternProperties").isEmpty();
    return new Members(members(found, required(schema)), !closed || patterns);
  }

  private List<Member> members(MemberSchemas found, Set<String> required) {
    List<OrderedMember> members = new ArrayList<>();
    found
        .certain()
        .forEach(
            (name, schemas) -> {
              Part part = reader.part(schemas, allKinds(), inside(name));
              Member member = new Member(name, part, required.contains(name));
              members.add(new OrderedMember(order(schemas), member));
            });
    found
        .possible()
        .forEach(
            (name, schemas) -> {
              ChoiceShapes choices = new ChoiceShapes(reader, path);
              boolean nullable = false;
              for (JsonNode schema : schemas) {
                Part part = reader.part(List.of(schema), allKinds(), inside(name));
                choices.add("variant", part);
                nullable |= part.nullable();
              }
              Part part = Part.of(choices.shape(), nullable);
              members.add(new OrderedMember(order(schemas), new Member(name, part, false)));
            });
    members.sort(Comparator.comparingInt(OrderedMember::order));
    return members.stream().map(OrderedMember::member).toList();
  }

  private String inside(String name) {
    if (name.isEmpty()) {
      throw new UnsupportedSchemaException(
          path, "a member without a name cannot be a column; rename it in the records");
    }
    return path.isEmpty() ? name : path + "." + name;
  }

  /** Where Connect had a field; the rest stands after those, as it was written. */
  private int order(List<JsonNode> schemas) {
    JsonNode index = new Conjunction(schemas, reader.documents(), path).first("connect.index");
    if (index != null) {
      return index.asInt(Integer.MAX_VALUE);
    }
    for (JsonNode schema : schemas) {
      for (String group : List.of("oneOf", "anyOf")) {
        for (JsonNode alternative : schema.path(group)) {
          if (alternative.has("connect.index")) {
            return alternative.path("connect.index").asInt(Integer.MAX_VALUE);
          }
        }
      }
    }
    return Integer.MAX_VALUE;
  }

  private static Set<String> required(Conjunction schema) {
    Set<String> required = new HashSet<>();
    for (JsonNode names : schema.all("required")) {
      names.forEach(name -> required.add(name.asText()));
    }
    return required;
  }

  static boolean isClosed(Conjunction schema) {
    return REST.stream()
        .anyMatch(
            keyword ->
                schema.all(keyword).stream()
                    .anyMatch(rest -> rest.isBoolean() && !rest.booleanValue()));
  }

  private Shape withoutMembers(Conjunction schema, boolean closed) {
    List<JsonNode> rest = new ArrayList<>();
    for (String keyword : REST) {
      schema.all(keyword).stream().filter(value -> !value.isEmpty()).forEach(rest::add);
    }
    ChoiceShapes values = new ChoiceShapes(reader, path);
    boolean nullable = false;
    List<List<JsonNode>> alternatives = new ArrayList<>();
    if (!rest.isEmpty()) {
      alternatives.add(rest);
    }
    for (JsonNode patterns : schema.all("patternProperties")) {
      patterns.forEach(pattern -> alternatives.add(List.of(pattern)));
    }
    boolean map = schema.text("connect.type").equals("map");
    if (alternatives.isEmpty() || (rest.isEmpty() && !closed)) {
      if (map) {
        return new Entries(Part.of(new Anything(), true));
      }
      return closed ? new Members(List.of(), false) : new Anything();
    }
    for (List<JsonNode> alternative : alternatives) {
      Part part = reader.part(alternative, allKinds(), path + ".value");
      values.add("value", part);
      nullable |= part.nullable();
    }
    return new Entries(Part.of(values.shape(), nullable));
  }

  private static Set<JsonKind> allKinds() {
    return java.util.EnumSet.allOf(JsonKind.class);
  }

  private record OrderedMember(int order, Member member) {}
}
