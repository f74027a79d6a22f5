/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.mapping;

import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.protobuf.mapping.Shape.FieldShape;
import io.tidewater.format.protobuf.mapping.Shape.JsonShape;
import io.tidewater.format.protobuf.mapping.Shape.ListShape;
import io.tidewater.format.protobuf.mapping.Shape.MapShape;
import io.tidewater.format.protobuf.mapping.Shape.ScalarShape;
import io.tidewater.format.protobuf.mapping.Shape.StructShape;
import io.tidewater.format.protobuf.mapping.Shape.ValueShape;
import io.tidewater.format.protobuf.plan.Document;
import io.tidewater.format.protobuf.plan.DocumentDecoder;
import io.tidewater.format.protobuf.plan.DocumentField;
import io.tidewater.format.protobuf.plan.ListField;
import io.tidewater.format.protobuf.plan.MapField;
import io.tidewater.format.protobuf.plan.MessageDecoder;
import io.tidewater.format.protobuf.plan.PackableListField;
import io.tidewater.format.protobuf.plan.PlainKey;
import io.tidewater.format.protobuf.plan.RefusingDecoder;
import io.tidewater.format.protobuf.plan.ScalarDecoder;
import io.tidewater.format.protobuf.plan.ScalarValue;
import io.tidewater.format.protobuf.plan.SingularField;
import io.tidewater.format.protobuf.plan.SingularField.Absence;
import io.tidewater.format.protobuf.plan.SlotDecoder;
import io.tidewater.format.protobuf.plan.StructContent;
import io.tidewater.format.protobuf.plan.ValueDecoder;
import io.tidewater.format.protobuf.type.Cardinality;
import io.tidewater.format.protobuf.wire.MessageIndex;
import io.tidewater.format.protobuf.wire.WireType;
import io.tidewater.format.value.ValueVisitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the shape of a message against a table, once. Never fails: where the two cannot meet it
 * leaves a decoder that refuses each value, so that only messages that have one there fail.
 */
final class PlanCompiler {
  private final Columns columns;
  private final Documents documents;

  PlanCompiler(Columns columns, Documents documents) {
    this.columns = columns;
    this.documents = documents;
  }

  /** A decoder of messages into a struct of the table. */
  MessageDecoder struct(StructShape shape, StructType struct, ValueVisitor receiver) {
    MessageIndex index = Indexes.of(shape.message());
    Map<Integer, Integer> positions = new HashMap<>();
    for (NestedField column : struct.fields()) {
      positions.put(column.fieldId(), positions.size());
    }
    Set<Integer> matched = new HashSet<>();
    List<StructContent.Field> fields = new ArrayList<>();
    for (FieldShape field : shape.fields()) {
      NestedField column = columns.of(field.incoming());
      Integer position = column == null ? null : positions.get(column.fieldId());
      if (column != null && position != null && matched.add(column.fieldId())) {
        SlotDecoder decoder = field(field, column, receiver);
        String name = field.field().name();
        fields.add(new StructContent.Field(name, field.slot(), position, column.name(), decoder));
      }
    }
    return new MessageDecoder(index, content(struct, matched, fields, receiver));
  }

  private static SlotDecoder content(
      StructType struct,
      Set<Integer> matched,
      List<StructContent.Field> fields,
      ValueVisitor receiver) {
    for (NestedField column : struct.fields()) {
      boolean needed = column.isRequired() && column.writeDefault() == null;
      if (needed && !matched.contains(column.fieldId())) {
        ValueDecoder refusal =
            new RefusingDecoder(
                "the required field " + column.name(), "a message of a type without it");
        return refusal::read;
      }
    }
    return new StructContent(fields, receiver);
  }

  private SlotDecoder field(FieldShape field, NestedField column, ValueVisitor receiver) {
    Type type = column.type();
    Shape shape = field.shape();
    boolean collection = shape instanceof ListShape || shape instanceof MapShape;
    if (collection && Document.goesInto(type)) {
      Document document = Document.in(type);
      PlanCompiler inside = documents.into(document.content());
      SlotDecoder nested = inside.field(field, field.incoming(), document.content());
      return new DocumentField(nested, document, receiver);
    }
    if (shape instanceof ListShape list) {
      return list(list, type, receiver);
    }
    if (shape instanceof MapShape map) {
      return map(map, type, receiver);
    }
    ValueDecoder value = value(shape, type, receiver);
    return new SingularField(value, absence(field, column, value, receiver));
  }

  private static Absence absence(
      FieldShape field, NestedField column, ValueDecoder value, ValueVisitor receiver) {
    Cardinality cardinality = field.field().cardinality();
    if (cardinality == Cardinality.IMPLICIT) {
      return Absence.ofZero(value);
    }
    if (cardinality == Cardinality.REQUIRED) {
      return Absence.refused("the schema requires the field");
    }
    Constant constant = Constant.ofAbsence(field.field());
    if (constant != null) {
      ValueVisitor converted = Conversions.between(field.shape().type(), column.type(), receiver);
      return in -> constant.event().tell(converted);
    }
    return column.isRequired()
        ? Absence.refused("the column is required")
        : Absence.ofNull(receiver);
  }

  private SlotDecoder list(ListShape shape, Type type, ValueVisitor receiver) {
    if (!type.isListType()) {
      return refuse("a list", type)::read;
    }
    Type element = type.asListType().elementType();
    if (shape.element() instanceof ScalarShape scalar) {
      ScalarValue value = scalar.value();
      ValueVisitor column = Conversions.between(scalar.type(), element, receiver);
      return value.wireType() != WireType.LENGTH
          ? new PackableListField(value, column, receiver)
          : new ListField(new ScalarDecoder(value, column), receiver);
    }
    return new ListField(value(shape.element(), element, receiver), receiver);
  }

  private SlotDecoder map(MapShape shape, Type type, ValueVisitor receiver) {
    if (!type.isMapType()) {
      return refuse("a map", type)::read;
    }
    ScalarValue key = shape.key().value();
    return new MapField(
        Indexes.ofEntry(key, shape.value()),
        new PlainKey(key),
        value(shape.key(), type.asMapType().keyType(), receiver),
        value(shape.value(), type.asMapType().valueType(), receiver),
        receiver);
  }

  /** A decoder of present values into a column of a type. */
  ValueDecoder value(Shape shape, Type type, ValueVisitor receiver) {
    if (shape instanceof ScalarShape scalar) {
      ValueVisitor column = Conversions.between(scalar.type(), type, receiver);
      return new ScalarDecoder(scalar.value(), column);
    }
    if (shape instanceof ValueShape message) {
      return new MessageDecoder(message.index(), message.value().into(type, receiver));
    }
    if (shape instanceof JsonShape json) {
      return documents.json(json, type, receiver);
    }
    StructShape struct = (StructShape) shape;
    if (type.isStructType()) {
      return struct(struct, type.asStructType(), receiver);
    }
    if (Document.goesInto(type)) {
      Document document = Document.in(type);
      PlanCompiler inside = documents.into(document.content());
      ValueDecoder nested = inside.struct(struct, struct.type(), document.content());
      return new DocumentDecoder(nested, document, receiver);
    }
    return refuse("a message", type);
  }

  private static ValueDecoder refuse(String got, Type type) {
    return new RefusingDecoder("a " + type, got);
  }

  /** Which column a field belongs to. */
  interface Columns {
    @Nullable NestedField of(NestedField incoming);
  }
}
