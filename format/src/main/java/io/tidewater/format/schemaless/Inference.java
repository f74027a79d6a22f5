/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schemaless;

import io.tidewater.format.schema.ColumnIndex;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.Naming;
import io.tidewater.format.schema.UnsupportedSchemaException;
import io.tidewater.format.value.ValueMismatchException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Type.TypeID;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types.ListType;
import org.apache.iceberg.types.Types.MapType;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.jspecify.annotations.Nullable;

/** Finds the type of one value, given what the table already has for it. */
final class Inference {
  private static final int DEEPEST = 100;

  private final Naming naming;
  private final FieldHistory history;
  private final IdentityHashMap<StructType, ColumnIndex> indexes = new IdentityHashMap<>();
  private int lastId;
  private int depth;

  /** Types that are the table's own keep their ids; new ones come after them. */
  Inference(Naming naming, Schema table, FieldHistory history) {
    this.naming = naming;
    this.history = history;
    this.lastId = table.highestFieldId();
  }

  int nextId() {
    return ++lastId;
  }

  /** The column that a field's value would go into; null if there is none. */
  @Nullable NestedField column(StructType struct, String name, @Nullable Object value) {
    ColumnIndex index =
        indexes.computeIfAbsent(struct, added -> ColumnIndex.of(added, history, naming));
    NestedField own = index.find(name);
    if (own == null) {
      return null;
    }
    return index.withVersions(own).stream()
        .filter(column -> SchemalessFit.takes(column.type(), value))
        .findFirst()
        .orElse(own);
  }

  /** The type of a record. */
  StructType struct(Map<?, ?> map, StructType known) {
    return struct(map, known, "");
  }

  /**
   * The type of a value.
   *
   * @param known the type of the column for it; null if there is none
   * @return null if the value tells nothing: it is null or empty
   */
  @Nullable Type type(@Nullable Object value, @Nullable Type known, String path) {
    if (value == null) {
      return null;
    }
    if (value instanceof Map<?, ?> map) {
      return enter(path, () -> map(map, known, path));
    }
    if (value instanceof List<?> list) {
      return enter(path, () -> list(list, known, path));
    }
    return scalar(value, known, path);
  }

  private static Type scalar(Object value, @Nullable Type known, String path) {
    try {
      SchemalessScalar scalar = SchemalessScalar.of(value);
      return known != null && SchemalessFit.holds(known, value) ? known : scalar.type(value);
    } catch (ValueMismatchException e) {
      throw new UnsupportedSchemaException(path, e.getMessage());
    }
  }

  private @Nullable Type map(Map<?, ?> map, @Nullable Type known, String path) {
    if (known != null && known.typeId() == TypeID.STRING) {
      return known;
    }
    if (known != null && known.isMapType()) {
      return entries(map, known.asMapType(), path);
    }
    if (!SchemalessValue.hasFieldNames(map)) {
      return entries(map, null, path);
    }
    StructType columns =
        known != null && known.isStructType() ? known.asStructType() : StructType.of();
    StructType struct = struct(map, columns, path);
    boolean empty = struct.fields().isEmpty() && (known == null || !known.isStructType());
    return empty ? null : struct;
  }

  private StructType struct(Map<?, ?> map, StructType known, String path) {
    List<NestedField> fields = new ArrayList<>(map.size());
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String name = (String) entry.getKey();
      if (name.isEmpty()) {
        throw new UnsupportedSchemaException(path, "a field without a name cannot be a column");
      }
      NestedField column = column(known, name, entry.getValue());
      String fieldPath = path.isEmpty() ? name : path + "." + name;
      Type type = type(entry.getValue(), column == null ? null : column.type(), fieldPath);
      if (type != null) {
        boolean optional = column == null || column.isOptional();
        int id = column == null ? nextId() : column.fieldId();
        fields.add(field(id, optional, name, type));
      }
    }
    return StructType.of(fields);
  }

  private @Nullable Type entries(Map<?, ?> map, @Nullable MapType known, String path) {
    Type key = merged(map.keySet(), known == null ? null : known.keyType(), path + ".key");
    Type value = merged(map.values(), known == null ? null : known.valueType(), path + ".value");
    if (key == null || value == null) {
      return known;
    }
    boolean optional = known == null || known.isValueOptional() || map.containsValue(null);
    int keyId = known == null ? nextId() : known.keyId();
    int valueId = known == null ? nextId() : known.valueId();
    return optional
        ? MapType.ofOptional(keyId, valueId, key, value)
        : MapType.ofRequired(keyId, valueId, key, value);
  }

  private @Nullable Type list(List<?> list, @Nullable Type known, String path) {
    if (known != null && known.typeId() == TypeID.STRING) {
      return known;
    }
    ListType column = known != null && known.isListType() ? known.asListType() : null;
    Type element = merged(list, column == null ? null : column.elementType(), path + ".element");
    if (element == null) {
      return column;
    }
    boolean optional = column == null || column.isElementOptional() || list.contains(null);
    int id = column == null ? nextId() : column.elementId();
    return optional ? ListType.ofOptional(id, element) : ListType.ofRequired(id, element);
  }

  /** The one type that holds all values; null if none of them tells anything. */
  private @Nullable Type merged(Collection<?> values, @Nullable Type known, String path) {
    Type merged = null;
    for (Object value : values) {
      Type type = type(value, known, path);
      if (type != null) {
        merged = merged == null ? type : MergedType.of(merged, type);
      }
    }
    // Merging may bring one id in twice.
    return merged == null ? null : TypeUtil.assignFreshIds(merged, this::nextId);
  }

  private @Nullable Type enter(String path, NestedInference nested) {
    if (++depth > DEEPEST) {
      throw new UnsupportedSchemaException(
          path, "more than " + DEEPEST + " levels of nesting; flatten the records");
    }
    Type type = nested.infer();
    depth--;
    return type;
  }

  static NestedField field(int id, boolean optional, String name, Type type) {
    return NestedField.builder()
        .withId(id)
        .isOptional(optional)
        .withName(name)
        .ofType(type)
        .build();
  }

  private interface NestedInference {
    @Nullable Type infer();
  }
}
