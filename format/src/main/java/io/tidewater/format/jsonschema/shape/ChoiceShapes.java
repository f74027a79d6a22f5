/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema.shape;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewater.format.jsonschema.shape.Alternatives.Group;
import io.tidewater.format.jsonschema.shape.Shape.Anything;
import io.tidewater.format.jsonschema.shape.Shape.Branch;
import io.tidewater.format.jsonschema.shape.Shape.Choice;
import io.tidewater.format.jsonschema.shape.Shape.Nothing;
import io.tidewater.format.jsonschema.shape.Shape.Part;
import io.tidewater.format.jsonschema.shape.Shape.Scalar;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Several shapes of which a value has one: joined where they can be, else a choice. Used once. */
final class ChoiceShapes {
  private final ShapeReader reader;
  private final String path;
  private final List<Branch> branches = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private @Nullable String discriminator;
  private final Map<String, Integer> mapping = new HashMap<>();

  ChoiceShapes(ShapeReader reader, String path) {
    this.reader = reader;
    this.path = path;
  }

  /** The shape of a group of alternatives. */
  Shape ofGroup(Group group, @Nullable Set<JsonKind> kinds) {
    Set<JsonKind> limit = kinds == null ? EnumSet.allOf(JsonKind.class) : kinds;
    JsonNode member = group.discriminator().path("propertyName");
    discriminator = member.isTextual() ? member.textValue() : null;
    Map<String, Integer> byReference = new HashMap<>();
    for (JsonNode alternative : group.alternatives()) {
      Part part = reader.part(List.of(alternative), limit, path);
      String reference = alternative.path("$ref").asText("");
      int position = add(name(alternative, part.shape()), part);
      if (position >= 0 && !reference.isEmpty()) {
        byReference.put(reference, position);
        mapping.put(lastSegment(reference), position);
      }
    }
    group
        .discriminator()
        .path("mapping")
        .properties()
        .forEach(
            entry -> {
              Integer position = byReference.get(entry.getValue().asText());
              if (position != null) {
                mapping.put(entry.getKey(), position);
              }
            });
    return shape();
  }

  /** One shape more; gives its branch, or -1 if it has none of its own. */
  int add(String name, Part part) {
    if (part.shape() instanceof Nothing) {
      return -1;
    }
    for (int i = 0; i < branches.size(); i++) {
      Branch known = branches.get(i);
      if (known.name().equals(name) && known.part().shape().equals(part.shape())) {
        return i;
      }
    }
    String unique = name;
    for (int i = 2; !names.add(unique); i++) {
      unique = name + "_" + i;
    }
    branches.add(new Branch(unique, part));
    return branches.size() - 1;
  }

  Shape shape() {
    if (branches.isEmpty()) {
      return new Nothing();
    }
    if (branches.size() == 1) {
      return branches.get(0).part().shape();
    }
    if (branches.stream().anyMatch(branch -> branch.part().shape() instanceof Anything)) {
      return new Anything();
    }
    return branches.stream().allMatch(branch -> branch.part().shape() instanceof Scalar)
        ? scalars()
        : new Choice(branches, discriminator, mapping);
  }

  private Shape scalars() {
    Shape first = branches.get(0).part().shape();
    if (branches.stream().allMatch(branch -> branch.part().shape().equals(first))) {
      return first;
    }
    Set<ScalarKind> kinds = EnumSet.noneOf(ScalarKind.class);
    branches.forEach(branch -> kinds.add(((Scalar) branch.part().shape()).kind()));
    if (EnumSet.of(ScalarKind.INT32, ScalarKind.INTEGER).containsAll(kinds)) {
      return new Scalar(ScalarKind.INTEGER, 0);
    }
    if (EnumSet.of(ScalarKind.INT32, ScalarKind.INTEGER, ScalarKind.NUMBER).containsAll(kinds)) {
      return new Scalar(ScalarKind.NUMBER, 0);
    }
    return new Scalar(ScalarKind.MIXED, 0);
  }

  private String name(JsonNode alternative, Shape shape) {
    Conjunction schema = new Conjunction(List.of(alternative), reader.documents(), path);
    String title = schema.text("title");
    if (!title.isEmpty()) {
      return title.substring(title.lastIndexOf('.') + 1);
    }
    String reference = lastSegment(alternative.path("$ref").asText(""));
    return reference.isEmpty() ? kind(shape) : reference;
  }

  private static String kind(Shape shape) {
    if (shape instanceof Scalar scalar) {
      return scalar.kind().name().toLowerCase(java.util.Locale.ROOT);
    }
    boolean array = shape instanceof Shape.Elements || shape instanceof Shape.Pairs;
    return array ? "array" : "object";
  }

  private static String lastSegment(String reference) {
    String path = reference.replaceFirst("#$", "").replaceFirst("\\.json$", "");
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('#')) + 1);
  }
}
