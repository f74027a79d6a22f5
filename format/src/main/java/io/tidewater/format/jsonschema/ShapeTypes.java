/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import io.tidewater.format.jsonschema.shape.Shape;
import io.tidewater.format.jsonschema.shape.Shape.Branch;
import io.tidewater.format.jsonschema.shape.Shape.Choice;
import io.tidewater.format.jsonschema.shape.Shape.Elements;
import io.tidewater.format.jsonschema.shape.Shape.Entries;
import io.tidewater.format.jsonschema.shape.Shape.Member;
import io.tidewater.format.jsonschema.shape.Shape.Members;
import io.tidewater.format.jsonschema.shape.Shape.Pairs;
import io.tidewater.format.jsonschema.shape.Shape.Part;
import io.tidewater.format.jsonschema.shape.Shape.Scalar;
import io.tidewater.format.schema.Docs;
import io.tidewater.format.schema.MappingOptions;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.expressions.Literal;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.ListType;
import org.apache.iceberg.types.Types.MapType;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StringType;
import org.apache.iceberg.types.Types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The Iceberg types of shapes. An object without members has nothing to store and no file format
 * has a place for it, so it has no type, and neither has what would hold only such. Used once.
 */
final class ShapeTypes {
  private final MappingOptions options;
  private final UndeclaredMembers undeclared;
  private int lastId;

  ShapeTypes(MappingOptions options, UndeclaredMembers undeclared) {
    this.options = options;
    this.undeclared = undeclared;
  }

  /** The columns of a shape that is a record. */
  StructType record(Shape shape) {
    return StructType.of(shape instanceof Members members ? members(members) : branches(shape));
  }

  /** The one column of a shape that is none. */
  StructType single(String name, Part part) {
    int id = ++lastId;
    Type type = type(part.shape());
    return type == null
        ? StructType.of()
        : StructType.of(field(id, name, type, part, !part.nullable()));
  }

  private @Nullable Type type(Shape shape) {
    if (shape instanceof Scalar scalar) {
      return ScalarMapping.of(scalar, options).type();
    }
    if (shape instanceof Members members) {
      return struct(members(members));
    }
    if (shape instanceof Choice) {
      return struct(branches(shape));
    }
    if (shape instanceof Elements elements) {
      return list(elements.element());
    }
    if (shape instanceof Entries entries) {
      return map(StringType.get(), ++lastId, entries.value());
    }
    if (shape instanceof Pairs pairs) {
      int keyId = ++lastId;
      Type key = type(pairs.key().shape());
      return key == null ? null : map(key, keyId, pairs.value());
    }
    return shape instanceof Shape.Anything ? options.semiStructured().type() : null;
  }

  private static @Nullable Type struct(List<NestedField> fields) {
    return fields.isEmpty() ? null : StructType.of(fields);
  }

  private List<NestedField> members(Members members) {
    List<NestedField> fields = new ArrayList<>();
    for (Member member : members.members()) {
      add(fields, member.name(), member.part(), member.required() && !member.part().nullable());
    }
    if (members.open() && undeclared == UndeclaredMembers.COLUMN && !members.members().isEmpty()) {
      Type type = options.semiStructured().type();
      fields.add(NestedField.optional(++lastId, ExtraMembers.column(members), type));
    }
    return fields;
  }

  private List<NestedField> branches(Shape choice) {
    List<NestedField> fields = new ArrayList<>();
    for (Branch branch : ((Choice) choice).branches()) {
      add(fields, branch.name(), branch.part(), false);
    }
    return fields;
  }

  private void add(List<NestedField> fields, String name, Part part, boolean required) {
    int id = ++lastId;
    Type type = type(part.shape());
    if (type != null) {
      fields.add(field(id, name, type, part, required));
    }
  }

  private NestedField field(int id, String name, Type type, Part part, boolean required) {
    NestedField.Builder field =
        NestedField.builder()
            .withId(id)
            .withName(name)
            .isOptional(!required)
            .ofType(type)
            .withDoc(Docs.onOneLine(part.doc()));
    Literal<?> fallback = DefaultValue.of(part, type, options);
    return fallback == null
        ? field.build()
        : field.withInitialDefault(fallback).withWriteDefault(fallback).build();
  }

  private @Nullable Type list(Part element) {
    int id = ++lastId;
    Type type = type(element.shape());
    if (type == null) {
      return null;
    }
    return element.nullable() ? ListType.ofOptional(id, type) : ListType.ofRequired(id, type);
  }

  private @Nullable Type map(Type key, int keyId, Part value) {
    int valueId = ++lastId;
    Type type = type(value.shape());
    if (type == null) {
      return null;
    }
    return value.nullable()
        ? MapType.ofOptional(keyId, valueId, key, type)
        : MapType.ofRequired(keyId, valueId, key, type);
  }
}
