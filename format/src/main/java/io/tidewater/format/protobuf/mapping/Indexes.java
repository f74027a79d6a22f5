/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.mapping;

import io.tidewater.format.protobuf.mapping.Shape.ScalarShape;
import io.tidewater.format.protobuf.plan.PlainValue;
import io.tidewater.format.protobuf.plan.ScalarValue;
import io.tidewater.format.protobuf.type.Cardinality;
import io.tidewater.format.protobuf.type.EnumType;
import io.tidewater.format.protobuf.type.FieldType;
import io.tidewater.format.protobuf.type.MapType;
import io.tidewater.format.protobuf.type.MessageReference;
import io.tidewater.format.protobuf.type.MessageReference.Encoding;
import io.tidewater.format.protobuf.type.MessageType;
import io.tidewater.format.protobuf.type.ProtoField;
import io.tidewater.format.protobuf.type.ScalarKind;
import io.tidewater.format.protobuf.wire.IndexedField;
import io.tidewater.format.protobuf.wire.IndexedField.Occurs;
import io.tidewater.format.protobuf.wire.MessageIndex;
import io.tidewater.format.protobuf.wire.WireType;
import java.util.ArrayList;
import java.util.List;

/** How the fields of messages are found in bytes. */
final class Indexes {
  private Indexes() {}

  /** An index whose slots are the places of a message's fields. */
  static MessageIndex of(MessageType message) {
    List<IndexedField> fields = new ArrayList<>();
    for (ProtoField field : message.fields()) {
      fields.add(
          new IndexedField(
              field.number(), wireType(field.type()), occurs(field), field.traits().oneof()));
    }
    return new MessageIndex(fields);
  }

  /** An index of the entries of a map: key, then value. */
  static MessageIndex ofEntry(ScalarValue key, Shape value) {
    IndexedField keyField = new IndexedField(MapType.KEY_NUMBER, key.wireType(), Occurs.LAST);
    IndexedField valueField =
        value instanceof ScalarShape scalar
            ? new IndexedField(MapType.VALUE_NUMBER, scalar.value().wireType(), Occurs.LAST)
            : new IndexedField(MapType.VALUE_NUMBER, WireType.LENGTH, Occurs.EACH);
    return new MessageIndex(List.of(keyField, valueField));
  }

  /** An index of plain fields, numbered from 1. */
  static MessageIndex of(PlainValue... values) {
    List<IndexedField> fields = new ArrayList<>();
    for (PlainValue value : values) {
      fields.add(new IndexedField(fields.size() + 1, value.wireType(), Occurs.LAST));
    }
    return new MessageIndex(fields);
  }

  private static int wireType(FieldType type) {
    if (type instanceof ScalarKind kind) {
      return PlainValue.of(kind).wireType();
    }
    if (type instanceof EnumType) {
      return WireType.VARINT;
    }
    boolean group =
        type instanceof MessageReference message && message.encoding() == Encoding.DELIMITED;
    return group ? WireType.START_GROUP : WireType.LENGTH;
  }

  private static Occurs occurs(ProtoField field) {
    FieldType type = field.type();
    boolean nested = type instanceof MessageReference || type instanceof MapType;
    if (field.cardinality() != Cardinality.REPEATED) {
      return nested ? Occurs.EACH : Occurs.LAST;
    }
    boolean packable = !nested && wireType(type) != WireType.LENGTH;
    return packable ? Occurs.PACKABLE : Occurs.EACH;
  }
}
