/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.connect;

import io.tidewater.format.logical.NamedType;
import io.tidewater.format.schema.Docs;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.UnsupportedSchemaException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.ListType;
import org.apache.iceberg.types.Types.MapType;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Walks one Connect schema for its Iceberg type. A struct without fields has nothing to store and
 * no file format has a place for it, so it has no type, and neither has what would hold only such.
 */
final class ConnectTypes {
  private static final int DEEPEST = 100;

  private final MappingOptions options;
  private final Deque<Schema> enclosing = new ArrayDeque<>();
  private int lastId;

  ConnectTypes(MappingOptions options) {
    this.options = options;
  }

  /** The fields of a struct schema. */
  StructType struct(Schema schema) {
    return StructType.of(fields(schema, ""));
  }

  /** The type of a schema; null if it has nothing to store. */
  @Nullable Type type(Schema schema, String path) {
    ScalarMapping scalar = scalar(schema, options);
    if (scalar != null) {
      return scalar.type();
    }
    return switch (schema.type()) {
      case STRUCT -> nested(fields(schema, path));
      case ARRAY -> list(schema, path);
      default -> map(schema, path);
    };
  }

  /**
   * The mapping of a schema that is one column, whatever it is made of; null if it has children.
   */
  static @Nullable ScalarMapping scalar(Schema schema, MappingOptions options) {
    NamedType named = NamedValues.of(schema);
    if (named != null) {
      return NamedValues.mapping(named, schema, options);
    }
    return switch (schema.type()) {
      case STRUCT, ARRAY, MAP -> null;
      default -> PlainType.of(schema.type());
    };
  }

  private static @Nullable Type nested(List<NestedField> fields) {
    return fields.isEmpty() ? null : StructType.of(fields);
  }

  private List<NestedField> fields(Schema schema, String path) {
    enter(schema, path);
    List<NestedField> fields = new ArrayList<>();
    for (Field field : schema.fields()) {
      String fieldPath = path.isEmpty() ? field.name() : path + "." + field.name();
      if (field.name().isEmpty()) {
        throw new UnsupportedSchemaException(
            path, "a field without a name cannot be a column; rename it in the records");
      }
      int id = ++lastId;
      Type type = type(field.schema(), fieldPath);
      if (type != null) {
        boolean optional = field.schema().isOptional();
        String doc = Docs.onOneLine(field.schema().doc());
        fields.add(
            NestedField.builder()
                .withId(id)
                .isOptional(optional)
                .withName(field.name())
                .ofType(type)
                .withDoc(doc)
                .build());
      }
    }
    enclosing.pop();
    return fields;
  }

  private @Nullable Type list(Schema schema, String path) {
    enter(schema, path);
    int id = ++lastId;
    Type element = type(schema.valueSchema(), path + ".element");
    enclosing.pop();
    if (element == null) {
      return null;
    }
    return schema.valueSchema().isOptional()
        ? ListType.ofOptional(id, element)
        : ListType.ofRequired(id, element);
  }

  private @Nullable Type map(Schema schema, String path) {
    enter(schema, path);
    int keyId = ++lastId;
    int valueId = ++lastId;
    Type key = type(schema.keySchema(), path + ".key");
    Type value = type(schema.valueSchema(), path + ".value");
    enclosing.pop();
    if (key == null || value == null) {
      return null;
    }
    return schema.valueSchema().isOptional()
        ? MapType.ofOptional(keyId, valueId, key, value)
        : MapType.ofRequired(keyId, valueId, key, value);
  }

  private void enter(Schema schema, String path) {
    // By identity: equals of a schema that contains itself never ends.
    for (Schema outer : enclosing) {
      if (outer == schema) {
        throw new UnsupportedSchemaException(
            path,
            "a schema that contains itself has no end as columns; leave this field out of the"
                + " records, or make it a string, with a transform");
      }
    }
    if (enclosing.size() == DEEPEST) {
      throw new UnsupportedSchemaException(
          path, "more than " + DEEPEST + " levels of nesting; flatten the records");
    }
    enclosing.push(schema);
  }
}
