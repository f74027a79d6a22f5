/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.key;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.iceberg.Schema;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.util.UUIDUtil;

/**
 * How keys of one set of equality fields are written as bytes.
 *
 * @param schema the fields, in the order of their ids, as the newest schema that has them says; a
 *     column that was dropped since is still a key
 */
public record KeyFormat(Schema schema) {
  /**
   * The format of the keys of an equality delete.
   *
   * @throws IllegalStateException no schema of the table has one of the fields
   */
  public static KeyFormat of(Table table, Set<Integer> fieldIds) {
    List<Schema> newestFirst = new ArrayList<>(table.schemas().values());
    newestFirst.sort(Comparator.comparingInt(Schema::schemaId).reversed());
    newestFirst.add(0, table.schema());
    Map<Integer, Types.NestedField> columns = new LinkedHashMap<>();
    for (int id : new TreeSet<>(fieldIds)) {
      Schema schema =
          newestFirst.stream()
              .filter(candidate -> candidate.findField(id) != null)
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "No schema of table " + table.name() + " has the key field " + id));
      // Fields of one struct stay together.
      TypeUtil.selectInIdOrder(schema, fieldIds).columns().stream()
          .filter(column -> TypeUtil.indexById(Types.StructType.of(column)).containsKey(id))
          .forEach(column -> columns.putIfAbsent(column.fieldId(), column.asOptional()));
    }
    return new KeyFormat(new Schema(new ArrayList<>(columns.values())));
  }

  /** Whether all fields are columns of primitive types. */
  public boolean isFlat() {
    return schema.columns().stream().allMatch(column -> column.type().isPrimitiveType());
  }

  /**
   * Writes a key.
   *
   * @param row with the fields of {@link #schema}, in Iceberg's internal representation
   */
  public void write(StructLike row, KeyBuffer into) {
    into.clear();
    writeFields(row, schema.asStruct(), into);
  }

  private static void writeFields(StructLike row, Types.StructType type, KeyBuffer into) {
    List<Types.NestedField> fields = type.fields();
    for (int i = 0; i < fields.size(); i++) {
      Object value = row.get(i, Object.class);
      if (value == null) {
        into.putNull();
      } else {
        writeValue(value, fields.get(i).type(), into);
      }
    }
  }

  private static void writeValue(Object value, Type type, KeyBuffer into) {
    switch (type.typeId()) {
      case BOOLEAN -> into.putLong((Boolean) value ? 1 : 0);
      case INTEGER, LONG, DATE, TIME, TIMESTAMP, TIMESTAMP_NANO ->
          into.putLong(((Number) value).longValue());
      case FLOAT, DOUBLE -> into.putDouble(((Number) value).doubleValue());
      case DECIMAL -> into.putBytes(((BigDecimal) value).unscaledValue().toByteArray());
      case STRING -> into.putBytes(value.toString().getBytes(StandardCharsets.UTF_8));
      case UUID -> into.putBytes(UUIDUtil.convert((UUID) value));
      case FIXED, BINARY -> {
        if (value instanceof byte[] bytes) {
          into.putBytes(bytes);
        } else {
          into.putBytes((ByteBuffer) value);
        }
      }
      case STRUCT -> {
        into.putStruct();
        writeFields((StructLike) value, type.asStructType(), into);
      }
      default ->
          throw new IllegalStateException("A field of type " + type + " cannot be part of a key");
    }
  }
}
