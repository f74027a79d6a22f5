/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import io.tidewater.format.avro.Shape.Member;
import io.tidewater.format.payload.WriterSchema;
import io.tidewater.format.schema.Docs;
import io.tidewater.format.schema.FieldOrigin;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.UnsupportedSchemaException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.iceberg.expressions.Literal;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.ListType;
import org.apache.iceberg.types.Types.MapType;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StringType;
import org.jspecify.annotations.Nullable;

/** Walks one schema for its shape, and numbers the fields of the incoming type. */
final class Shapes {
  private static final String BRANCH = "branch";
  private static final int DEEPEST = 100;
  private static final int MOST_FIELDS = 100_000;

  private final MappingOptions options;
  private final Deque<Schema> enclosing = new ArrayDeque<>();
  private final Map<Integer, FieldOrigin> origins = new HashMap<>();
  private int lastId;

  Shapes(MappingOptions options) {
    this.options = options;
  }

  /** The fields of a payload's value; one that is no record is a field by itself. */
  Shape.Fields payload(Schema schema) {
    if (AvroTypes.isRecord(schema, options)) {
      return record(schema, "");
    }
    int id = nextId("");
    String name = WriterSchema.VALUE_COLUMN;
    Place place = place(schema, name);
    Type type = place.shape().type();
    NestedField column =
        type == null
            ? null
            : NestedField.builder()
                .withId(id)
                .withName(name)
                .ofType(type)
                .isOptional(place.optional())
                .withDoc(Docs.onOneLine(schema.getDoc()))
                .build();
    return new Shape.Fields(List.of(new Member(name, place, column)));
  }

  /** What is known of the fields, by their numbers, besides their names and types. */
  Map<Integer, FieldOrigin> origins() {
    return origins;
  }

  private Place place(Schema schema, String path) {
    if (schema.getType() != Schema.Type.UNION) {
      return new Place(schema, shape(schema, path), schema.getType() == Schema.Type.NULL);
    }
    List<Schema> branches = AvroTypes.branches(schema);
    boolean optional = branches.size() < schema.getTypes().size();
    Shape shape =
        switch (branches.size()) {
          case 0 -> new Shape.Nothing();
          case 1 -> shape(branches.get(0), path);
          default -> branches(schema, branches, path);
        };
    return new Place(schema, shape, optional);
  }

  private Shape shape(Schema schema, String path) {
    ScalarMapping scalar = AvroTypes.scalar(schema, options);
    if (scalar != null) {
      return new Shape.Scalar(scalar);
    }
    return switch (schema.getType()) {
      case RECORD -> again(schema) ? cut() : record(schema, path);
      case ARRAY -> list(schema, path);
      case MAP -> map(schema, path);
      default -> new Shape.Nothing();
    };
  }

  private boolean again(Schema record) {
    long outer =
        enclosing.stream()
            .filter(schema -> schema.getType() == Schema.Type.RECORD)
            .filter(schema -> schema.getFullName().equals(record.getFullName()))
            .count();
    return outer > options.recursionDepth();
  }

  private Shape cut() {
    return new Shape.Cut(options.semiStructured().type());
  }

  private Shape.Fields record(Schema schema, String path) {
    enter(schema, path);
    List<Member> members = new ArrayList<>();
    for (Schema.Field field : schema.getFields()) {
      int id = nextId(path);
      String name = field.name();
      if (name.isEmpty()) {
        throw new UnsupportedSchemaException(
            path, "a field without a name cannot be a column; rename it in the records");
      }
      Place place = place(field.schema(), path.isEmpty() ? name : path + "." + name);
      if (!field.aliases().isEmpty()) {
        origins.put(id, FieldOrigin.aliases(List.copyOf(field.aliases())));
      }
      members.add(new Member(name, place, column(id, field, place)));
    }
    enclosing.pop();
    return new Shape.Fields(members);
  }

  private @Nullable NestedField column(int id, Schema.Field field, Place place) {
    Type type = place.shape().type();
    if (type == null) {
      return null;
    }
    NestedField.Builder column =
        NestedField.builder()
            .withId(id)
            .withName(field.name())
            .ofType(type)
            .isOptional(place.optional())
            .withDoc(Docs.onOneLine(field.doc()));
    Literal<?> byDefault = DefaultValue.of(field, place);
    return byDefault == null
        ? column.build()
        : column.withInitialDefault(byDefault).withWriteDefault(byDefault).build();
  }

  private Shape branches(Schema union, List<Schema> branches, String path) {
    enter(union, path);
    List<String> names = BranchNames.of(branches);
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      int id = nextId(path);
      Schema branch = branches.get(i);
      String name = names.get(i);
      Place place = new Place(branch, shape(branch, path + "." + name), false);
      Type type = place.shape().type();
      members.add(
          new Member(name, place, type == null ? null : NestedField.optional(id, name, type)));
    }
    enclosing.pop();
    boolean told = members.stream().allMatch(member -> member.incoming() != null);
    return new Shape.Branches(members, told ? null : label(names, path));
  }

  /** The column that tells of a branch without content that it was there. */
  private NestedField label(List<String> names, String path) {
    String name = BranchNames.distinct(BRANCH, names);
    return NestedField.optional(nextId(path), name, StringType.get());
  }

  private Shape list(Schema schema, String path) {
    if (ConnectProperties.isEntryList(schema)) {
      List<Schema.Field> fields = schema.getElementType().getFields();
      return entries(schema, fields.get(0).schema(), fields.get(1).schema(), path);
    }
    enter(schema, path);
    int id = nextId(path);
    Place element = place(schema.getElementType(), path + ".element");
    Type type = element.shape().type();
    enclosing.pop();
    if (type == null) {
      return new Shape.Nothing();
    }
    return new Shape.Elements(
        element,
        element.optional() ? ListType.ofOptional(id, type) : ListType.ofRequired(id, type));
  }

  private Shape map(Schema schema, String path) {
    return entries(schema, AvroTypes.MAP_KEY, schema.getValueType(), path);
  }

  private Shape entries(Schema schema, Schema keys, Schema values, String path) {
    enter(schema, path);
    int keyId = nextId(path);
    int valueId = nextId(path);
    Place key = place(keys, path + ".key");
    Place value = place(values, path + ".value");
    Type keyType = key.shape().type();
    Type valueType = value.shape().type();
    enclosing.pop();
    if (keyType == null || valueType == null) {
      return new Shape.Nothing();
    }
    return new Shape.Entries(
        key,
        value,
        value.optional()
            ? MapType.ofOptional(keyId, valueId, keyType, valueType)
            : MapType.ofRequired(keyId, valueId, keyType, valueType));
  }

  private int nextId(String path) {
    if (lastId == MOST_FIELDS) {
      throw new UnsupportedSchemaException(
          path, "more than " + MOST_FIELDS + " fields; take types apart, or cut them earlier");
    }
    return ++lastId;
  }

  private void enter(Schema schema, String path) {
    if (enclosing.size() == DEEPEST) {
      throw new UnsupportedSchemaException(
          path, "more than " + DEEPEST + " levels of nesting; flatten the records");
    }
    enclosing.push(schema);
  }
}
