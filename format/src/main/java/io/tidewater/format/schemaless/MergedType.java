/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schemaless;

import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.conversion.Fit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Type.TypeID;
import org.apache.iceberg.types.Types.DoubleType;
import org.apache.iceberg.types.Types.ListType;
import org.apache.iceberg.types.Types.MapType;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StringType;
import org.apache.iceberg.types.Types.StructType;

/** The one type that holds the values of two: for the elements of a list. */
final class MergedType {
  private MergedType() {}

  /**
   * The wider of two scalars; the fields of both structs; for what has nothing in common text,
   * which holds everything (a nested value as JSON).
   */
  static Type of(Type left, Type right) {
    if (left.isStructType() && right.isStructType()) {
      return structs(left.asStructType(), right.asStructType());
    }
    if (left.isListType() && right.isListType()) {
      return lists(left.asListType(), right.asListType());
    }
    if (left.isMapType() && right.isMapType()) {
      return maps(left.asMapType(), right.asMapType());
    }
    return scalars(left, right);
  }

  private static Type scalars(Type left, Type right) {
    if (left.isPrimitiveType() && Conversions.fit(right, left) == Fit.ALWAYS) {
      return left;
    }
    if (right.isPrimitiveType() && Conversions.fit(left, right) == Fit.ALWAYS) {
      return right;
    }
    return isNumber(left) && isNumber(right) ? DoubleType.get() : StringType.get();
  }

  /** Whole or broken: as JSON has them. A whole number that no double holds is refused later. */
  private static boolean isNumber(Type type) {
    return type.typeId() == TypeID.LONG
        || type.typeId() == TypeID.INTEGER
        || type.typeId() == TypeID.DOUBLE
        || type.typeId() == TypeID.FLOAT;
  }

  private static Type structs(StructType left, StructType right) {
    Map<String, NestedField> fields = new LinkedHashMap<>();
    left.fields().forEach(field -> fields.put(field.name(), field));
    right.fields().forEach(field -> fields.merge(field.name(), field, MergedType::fields));
    List<NestedField> merged = new ArrayList<>();
    for (NestedField field : fields.values()) {
      boolean both = left.field(field.name()) != null && right.field(field.name()) != null;
      merged.add(both ? field : field.asOptional());
    }
    return StructType.of(merged);
  }

  private static NestedField fields(NestedField left, NestedField right) {
    boolean optional = left.isOptional() || right.isOptional();
    return NestedField.from(left)
        .isOptional(optional)
        .ofType(of(left.type(), right.type()))
        .build();
  }

  private static Type lists(ListType left, ListType right) {
    Type element = of(left.elementType(), right.elementType());
    return left.isElementOptional() || right.isElementOptional()
        ? ListType.ofOptional(left.elementId(), element)
        : ListType.ofRequired(left.elementId(), element);
  }

  private static Type maps(MapType left, MapType right) {
    Type key = of(left.keyType(), right.keyType());
    Type value = of(left.valueType(), right.valueType());
    return left.isValueOptional() || right.isValueOptional()
        ? MapType.ofOptional(left.keyId(), left.valueId(), key, value)
        : MapType.ofRequired(left.keyId(), left.valueId(), key, value);
  }
}
