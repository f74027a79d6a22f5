/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.mapping;

import io.tidewater.format.protobuf.mapping.Shape.FieldShape;
import io.tidewater.format.protobuf.mapping.Shape.JsonShape;
import io.tidewater.format.protobuf.mapping.Shape.ListShape;
import io.tidewater.format.protobuf.mapping.Shape.MapShape;
import io.tidewater.format.protobuf.mapping.Shape.ScalarShape;
import io.tidewater.format.protobuf.mapping.Shape.StructShape;
import io.tidewater.format.protobuf.plan.EnumValue;
import io.tidewater.format.protobuf.plan.PlainValue;
import io.tidewater.format.protobuf.type.Cardinality;
import io.tidewater.format.protobuf.type.EnumType;
import io.tidewater.format.protobuf.type.FieldType;
import io.tidewater.format.protobuf.type.MapType;
import io.tidewater.format.protobuf.type.MessageReference;
import io.tidewater.format.protobuf.type.MessageType;
import io.tidewater.format.protobuf.type.ProtoField;
import io.tidewater.format.protobuf.type.ProtoSchema;
import io.tidewater.format.protobuf.type.ScalarKind;
import io.tidewater.format.schema.Docs;
import io.tidewater.format.schema.FieldOrigin;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.UnsupportedSchemaException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;

/**
 * Walks a message for its columns, once. A message without fields has nothing to store and no file
 * format has a place for it, so it has no shape, and neither has what would hold only such.
 */
final class Shapes {
  private static final int DEEPEST = 100;
  private static final int MOST_FIELDS = 100_000;

  private final ProtoSchema schema;
  private final MappingOptions options;
  private final Deque<String> enclosing = new ArrayDeque<>();
  private final Map<Integer, FieldOrigin> origins = new HashMap<>();
  private int lastId;

  Shapes(ProtoSchema schema, MappingOptions options) {
    this.schema = schema;
    this.options = options;
  }

  /** By the ids of the incoming fields of all shapes made so far, their numbers. */
  Map<Integer, FieldOrigin> origins() {
    return Collections.unmodifiableMap(origins);
  }

  /** The shape of a message with its fields as columns. */
  StructShape struct(MessageType message, String path) {
    if (enclosing.size() == DEEPEST) {
      throw new UnsupportedSchemaException(
          path, "more than " + DEEPEST + " levels of nesting; flatten the records");
    }
    enclosing.push(message.fullName());
    List<FieldShape> fields = new ArrayList<>();
    for (int slot = 0; slot < message.fields().size(); slot++) {
      ProtoField field = message.fields().get(slot);
      int id = nextId(path);
      Shape shape = shape(field, path.isEmpty() ? field.name() : path + "." + field.name());
      if (shape != null) {
        origins.put(id, FieldOrigin.number(field.number()));
        fields.add(new FieldShape(field, slot, incoming(id, field, shape), shape));
      }
    }
    enclosing.pop();
    return new StructShape(message, fields);
  }

  private static NestedField incoming(int id, ProtoField field, Shape shape) {
    Constant constant = Constant.ofAbsence(field);
    boolean optional = field.cardinality() == Cardinality.EXPLICIT && constant == null;
    NestedField.Builder builder =
        NestedField.builder()
            .withId(id)
            .isOptional(optional)
            .withName(field.name())
            .ofType(shape.type())
            .withDoc(Docs.onOneLine(field.traits().doc()));
    if (constant != null && constant.isStorable()) {
      builder.withInitialDefault(constant.literal()).withWriteDefault(constant.literal());
    }
    return builder.build();
  }

  private @Nullable Shape shape(ProtoField field, String path) {
    if (field.type() instanceof MapType map) {
      return map(map, path);
    }
    if (field.cardinality() != Cardinality.REPEATED) {
      return single(field, field.type(), path);
    }
    int elementId = nextId(path);
    Shape element = single(field, field.type(), path + ".element");
    return element == null
        ? null
        : new ListShape(Types.ListType.ofRequired(elementId, element.type()), element);
  }

  private @Nullable Shape map(MapType map, String path) {
    int keyId = nextId(path);
    int valueId = nextId(path);
    ScalarShape key = scalar(map.key());
    Shape value = single(null, map.value(), path + ".value");
    return value == null
        ? null
        : new MapShape(
            Types.MapType.ofRequired(keyId, valueId, key.type(), value.type()), key, value);
  }

  private @Nullable Shape single(@Nullable ProtoField field, FieldType type, String path) {
    if (type instanceof ScalarKind kind) {
      return scalar(kind);
    }
    if (type instanceof EnumType enumType) {
      return new ScalarShape(Types.StringType.get(), new EnumValue(enumType));
    }
    MessageType message = schema.message((MessageReference) type);
    WellKnownType wellKnown = WellKnownType.of(message.fullName());
    if (wellKnown != null) {
      return wellKnown.shape(field, options);
    }
    int around = Collections.frequency(enclosing, message.fullName());
    if (around > options.recursionDepth()) {
      return new JsonShape(options.semiStructured().type(), message.fullName());
    }
    StructShape struct = struct(message, path);
    return struct.fields().isEmpty() ? null : struct;
  }

  private static ScalarShape scalar(ScalarKind kind) {
    PlainValue value = PlainValue.of(kind);
    return new ScalarShape(value.type(), value);
  }

  private int nextId(String path) {
    if (++lastId > MOST_FIELDS) {
      throw new UnsupportedSchemaException(
          path, "more than " + MOST_FIELDS + " columns; lower the recursion depth, or flatten");
    }
    return lastId;
  }
}
