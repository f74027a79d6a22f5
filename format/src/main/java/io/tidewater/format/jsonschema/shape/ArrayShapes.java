/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema.shape;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewater.format.jsonschema.shape.Shape.Anything;
import io.tidewater.format.jsonschema.shape.Shape.Elements;
import io.tidewater.format.jsonschema.shape.Shape.Members;
import io.tidewater.format.jsonschema.shape.Shape.Pairs;
import io.tidewater.format.jsonschema.shape.Shape.Part;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Arrays: lists where all elements are alike; a tuple of different ones stays as it is. */
final class ArrayShapes {
  private final ShapeReader reader;
  private final String path;

  ArrayShapes(ShapeReader reader, String path) {
    this.reader = reader;
    this.path = path;
  }

  Shape shape(Conjunction schema) {
    List<JsonNode> positions = new ArrayList<>();
    List<JsonNode> all = new ArrayList<>();
    schema.all("prefixItems").forEach(items -> items.forEach(positions::add));
    for (JsonNode items : schema.all("items")) {
      if (items.isArray()) {
        items.forEach(positions::add);
      } else {
        all.add(items);
      }
    }
    if (!positions.isEmpty()) {
      all.addAll(schema.all("additionalItems"));
      return tuple(positions, all);
    }
    Part element = element(all);
    Shape pairs = schema.text("connect.type").equals("map") ? pairs(element.shape()) : null;
    return pairs == null ? new Elements(element) : pairs;
  }

  private Part element(List<JsonNode> schemas) {
    return reader.part(schemas, EnumSet.allOf(JsonKind.class), path + ".element");
  }

  private Shape tuple(List<JsonNode> positions, List<JsonNode> rest) {
    List<Part> parts = new ArrayList<>();
    positions.forEach(position -> parts.add(element(List.of(position))));
    if (rest.stream().anyMatch(JsonNode::isObject)) {
      parts.add(element(rest));
    }
    Shape first = parts.get(0).shape();
    if (!parts.stream().allMatch(part -> part.shape().equals(first))) {
      return new Anything();
    }
    boolean nullable = parts.stream().anyMatch(Part::nullable);
    return new Elements(Part.of(first, nullable));
  }

  /** The map that an array of objects stands for; null if they have no key and value. */
  private static @org.jspecify.annotations.Nullable Shape pairs(Shape element) {
    if (!(element instanceof Members entry) || entry.members().size() != 2) {
      return null;
    }
    Part key = null;
    Part value = null;
    for (Shape.Member member : entry.members()) {
      if (member.name().equals("key")) {
        key = member.part();
      } else if (member.name().equals("value")) {
        value = member.part();
      }
    }
    return key == null || value == null ? null : new Pairs(key, value);
  }
}
