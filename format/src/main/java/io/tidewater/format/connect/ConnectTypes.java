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
 * Walks one Connect schema for its Iceberg type. The fields of the type are those of the schema,
 * one by one. A schema within itself is cut into a semi-structured value.
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
    return struct(schema, "");
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

  private Type type(Schema schema, String path) {
    ScalarMapping scalar = scalar(schema, options);
    if (scalar != null) {
      return scalar.type();
    }
    // By identity: equals of a schema that contains itself never ends.
    if (enclosing.stream().filter(outer -> outer == schema).count() > options.recursionDepth()) {
      return options.semiStructured().type();
    }
    return switch (schema.type()) {
      case STRUCT -> struct(schema, path);
      case ARRAY -> list(schema, path);
      default -> map(schema, path);
    };
  }

  private StructType struct(Schema schema, String path) {
    enter(schema, path);
    List<NestedField> fields = new ArrayList<>();
    for (Field field : schema.fields()) {
      String fieldPath = path.isEmpty() ? field.name() : path + "." + field.name();
      if (field.name().isEmpty()) {
        throw new UnsupportedSchemaException(
            path, "a field without a name cannot be a column; rename it in the records");
      }
      int id = ++lastId;
      fields.add(
          NestedField.builder()
              .withId(id)
              .isOptional(field.schema().isOptional())
              .withName(field.name())
              .ofType(type(field.schema(), fieldPath))
              .withDoc(Docs.onOneLine(field.schema().doc()))
              .build());
    }
    enclosing.pop();
    return StructType.of(fields);
  }

  private Type list(Schema schema, String path) {
    enter(schema, path);
    int id = ++lastId;
    Type element = type(schema.valueSchema(), path + ".element");
    enclosing.pop();
    return schema.valueSchema().isOptional()
        ? ListType.ofOptional(id, element)
        : ListType.ofRequired(id, element);
  }

  private Type map(Schema schema, String path) {
    enter(schema, path);
    int keyId = ++lastId;
    int valueId = ++lastId;
    Type key = type(schema.keySchema(), path + ".key");
    Type value = type(schema.valueSchema(), path + ".value");
    enclosing.pop();
    return schema.valueSchema().isOptional()
        ? MapType.ofOptional(keyId, valueId, key, value)
        : MapType.ofRequired(keyId, valueId, key, value);
  }

  private void enter(Schema schema, String path) {
    if (enclosing.size() == DEEPEST) {
      throw new UnsupportedSchemaException(
          path, "more than " + DEEPEST + " levels of nesting; flatten the records");
    }
    enclosing.push(schema);
  }
}
