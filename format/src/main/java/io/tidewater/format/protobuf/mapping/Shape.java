/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.mapping;

import io.tidewater.format.protobuf.plan.ScalarValue;
import io.tidewater.format.protobuf.type.MessageType;
import io.tidewater.format.protobuf.type.ProtoField;
import io.tidewater.format.protobuf.wire.MessageIndex;
import java.util.List;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;

/** What a type of the schema is as a column. */
sealed interface Shape {
  /** The column's type. */
  Type type();

  /** A scalar or an enum. */
  record ScalarShape(Type type, ScalarValue value) implements Shape {}

  /** A message that is one value. */
  record ValueShape(Type type, MessageIndex index, MessageValue value) implements Shape {}

  /** A message whose fields are columns. */
  record StructShape(MessageType message, List<FieldShape> fields) implements Shape {
    @Override
    public StructType type() {
      return StructType.of(fields.stream().map(FieldShape::incoming).toList());
    }
  }

  /** A message without columns of its own: one within itself, or JSON by its nature. */
  record JsonShape(Type type, String message) implements Shape {}

  /** A repeated field. */
  record ListShape(Type type, Shape element) implements Shape {}

  /** A map. */
  record MapShape(Type type, ScalarShape key, Shape value) implements Shape {}

  /**
   * A field of a message.
   *
   * @param slot its place among the message's fields
   * @param incoming its column, as the records have it
   */
  record FieldShape(ProtoField field, int slot, NestedField incoming, Shape shape) {}
}
