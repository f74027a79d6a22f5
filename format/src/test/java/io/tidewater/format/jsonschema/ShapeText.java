/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import io.tidewater.format.value.JsonText;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.apache.iceberg.variants.Variant;
import org.jspecify.annotations.Nullable;

/** Types and values as short texts that a test can show. */
final class ShapeText {
  private ShapeText() {}

  static String columns(StructType struct) {
    return struct.fields().stream()
        .map(field -> field.name() + ": " + field(field))
        .collect(Collectors.joining(", "));
  }

  static String value(@Nullable Object value) {
    if (value instanceof Record record) {
      return record.struct().fields().stream()
          .map(field -> field.name() + "=" + value(record.getField(field.name())))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(ShapeText::value).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + "=" + value(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof Variant variant) {
      JsonText json = new JsonText();
      json.begin();
      json.variantValue(variant);
      return json.finish();
    }
    return String.valueOf(value);
  }

  private static String field(NestedField field) {
    return (field.isOptional() ? "optional " : "required ") + type(field.type());
  }

  private static String type(Type type) {
    return switch (type.typeId()) {
      case STRUCT -> "struct<" + columns(type.asStructType()) + ">";
      case LIST -> "list<" + field(type.asListType().fields().get(0)) + ">";
      case MAP ->
          "map<"
              + type(type.asMapType().keyType())
              + ", "
              + field(type.asMapType().fields().get(1))
              + ">";
      default -> type.toString();
    };
  }
}
