/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.ListType;
import org.apache.iceberg.types.Types.MapType;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;

/** Types in which everything is optional that Iceberg lets be: all but the keys of maps. */
final class Relaxed {
  private Relaxed() {}

  static Type type(Type type) {
    return switch (type.typeId()) {
      case STRUCT -> struct(type.asStructType());
      case LIST -> list(type.asListType());
      case MAP -> map(type.asMapType());
      default -> type;
    };
  }

  static StructType struct(StructType struct) {
    return StructType.of(struct.fields().stream().map(Relaxed::field).toList());
  }

  private static NestedField field(NestedField field) {
    return NestedField.optional(field.fieldId(), field.name(), type(field.type()), field.doc());
  }

  private static Type list(ListType list) {
    return ListType.ofOptional(list.elementId(), type(list.elementType()));
  }

  private static Type map(MapType map) {
    return MapType.ofOptional(map.keyId(), map.valueId(), map.keyType(), type(map.valueType()));
  }
}
