/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema.shape;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewater.format.jsonschema.shape.Shape.Anything;
import io.tidewater.format.jsonschema.shape.Shape.Nothing;
import io.tidewater.format.jsonschema.shape.Shape.Part;
import io.tidewater.format.schema.UnsupportedSchemaException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads schemas into shapes. Used once. */
public final class ShapeReader {
  private static final int DEEPEST = 100;

  /** Where types refer to each other every which way, cutting each in itself is no end in sight. */
  private static final int MOST_PARTS = 50_000;

  private final SchemaDocuments documents;
  private final int recursionDepth;

  /** How often a schema stands around the one that is read. */
  private final IdentityHashMap<JsonNode, Integer> enclosing = new IdentityHashMap<>();

  private int depth;
  private int parts;

  private ShapeReader(SchemaDocuments documents, int recursionDepth) {
    this.documents = documents;
    this.recursionDepth = recursionDepth;
  }

  /**
   * The shape of what a schema describes.
   *
   * @param references other schemas, by the names under which this one may refer to them
   * @param recursionDepth how often a schema may stand within itself before it is cut
   * @throws UnsupportedSchemaException if it is no schema, refers to what is not there, or is
   *     nested too deep or too wide
   */
  public static Part read(JsonNode schema, Map<String, JsonNode> references, int recursionDepth) {
    SchemaDocuments documents = new SchemaDocuments(schema, references);
    return new ShapeReader(documents, recursionDepth).part(documents.root(), "");
  }

  SchemaDocuments documents() {
    return documents;
  }

  Part part(JsonNode schema, String path) {
    return part(List.of(schema), EnumSet.allOf(JsonKind.class), path);
  }

  /**
   * The part that several schemas describe that hold at once.
   *
   * @param limit the kinds of values that may be there at all
   */
  Part part(List<JsonNode> schemas, Set<JsonKind> limit, String path) {
    if (++parts > MOST_PARTS) {
      throw new UnsupportedSchemaException(
          path, "more than " + MOST_PARTS + " members, counted where they stand; split the schema");
    }
    Conjunction schema = new Conjunction(schemas, documents, path);
    Alternatives alternatives = Alternatives.of(schema, documents, path);
    Set<JsonKind> kinds = Kinds.of(schema, path);
    boolean nullable =
        alternatives.withNull() || (kinds == null ? limit : kinds).contains(JsonKind.NULL);
    Shape shape = shape(schema, alternatives, kinds(kinds, limit), path);
    boolean nullableBranches =
        shape instanceof Shape.Choice choice
            && choice.branches().stream().anyMatch(branch -> branch.part().nullable());
    return new Part(
        shape,
        (nullable && !alternatives.bindNull(kinds)) || nullableBranches,
        description(schema),
        schema.first("default"),
        listed(schema));
  }

  private static @Nullable Set<JsonKind> kinds(@Nullable Set<JsonKind> kinds, Set<JsonKind> limit) {
    if (kinds == null && limit.size() == JsonKind.values().length) {
      return null;
    }
    Set<JsonKind> left = EnumSet.copyOf(limit);
    if (kinds != null) {
      left.retainAll(kinds);
    }
    left.remove(JsonKind.NULL);
    return left;
  }

  private static Set<JsonNode> listed(Conjunction schema) {
    Set<JsonNode> listed = new HashSet<>(schema.all("const"));
    for (JsonNode values : schema.all("enum")) {
      values.forEach(listed::add);
    }
    return listed;
  }

  private static @Nullable String description(Conjunction schema) {
    String text = schema.text("description");
    return text.isEmpty() ? null : text;
  }

  /**
   * @param kinds of values other than null; null if any may come
   */
  private Shape shape(
      Conjunction schema, Alternatives alternatives, @Nullable Set<JsonKind> kinds, String path) {
    if (schema.isImpossible()) {
      return new Nothing();
    }
    if (isCut(schema)) {
      return new Anything();
    }
    enter(schema, path);
    try {
      boolean object = kinds != null && kinds.equals(EnumSet.of(JsonKind.OBJECT));
      ObjectShapes objects = new ObjectShapes(this, path);
      if (object && objects.hasMembers(schema)) {
        return objects.shape(schema, alternatives);
      }
      return switch (alternatives.groups().size()) {
        case 0 -> kinds == null ? new Anything() : ofKinds(schema, alternatives, kinds, path);
        case 1 -> new ChoiceShapes(this, path).ofGroup(alternatives.groups().get(0), kinds);
        default -> object ? objects.shape(schema, alternatives) : new Anything();
      };
    } finally {
      leave(schema);
    }
  }

  private Shape ofKinds(
      Conjunction schema, Alternatives alternatives, Set<JsonKind> kinds, String path) {
    ChoiceShapes choices = new ChoiceShapes(this, path);
    boolean numbers = kinds.contains(JsonKind.NUMBER);
    for (JsonKind kind : JsonKind.values()) {
      if (!kinds.contains(kind) || (numbers && kind == JsonKind.INTEGER)) {
        continue;
      }
      Shape shape =
          switch (kind) {
            case OBJECT -> new ObjectShapes(this, path).shape(schema, alternatives);
            case ARRAY -> new ArrayShapes(this, path).shape(schema);
            default -> ScalarShapes.of(schema, kind);
          };
      choices.add(kind.text(), Part.of(shape, false));
    }
    return choices.shape();
  }

  private boolean isCut(Conjunction schema) {
    return schema.schemas().stream()
        .anyMatch(node -> enclosing.getOrDefault(node, 0) > recursionDepth);
  }

  private void enter(Conjunction schema, String path) {
    if (++depth > DEEPEST) {
      throw new UnsupportedSchemaException(
          path, "more than " + DEEPEST + " levels of nesting; flatten the records");
    }
    schema.schemas().forEach(node -> enclosing.merge(node, 1, Integer::sum));
  }

  private void leave(Conjunction schema) {
    depth--;
    schema.schemas().forEach(node -> enclosing.merge(node, -1, Integer::sum));
  }
}
