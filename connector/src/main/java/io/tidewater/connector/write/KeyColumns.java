/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.write;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Type.TypeID;
import org.apache.iceberg.types.Types.NestedField;

/**
 * The columns whose values make the key of a row.
 *
 * @param schema these columns, as they are in the table
 */
record KeyColumns(Schema schema) {
  /** Values of other types are not equal to themselves everywhere, or not at all. */
  private static final Set<TypeID> COMPARABLE =
      EnumSet.of(
          TypeID.BOOLEAN,
          TypeID.INTEGER,
          TypeID.LONG,
          TypeID.DATE,
          TypeID.TIME,
          TypeID.TIMESTAMP,
          TypeID.STRING,
          TypeID.UUID,
          TypeID.BINARY,
          TypeID.DECIMAL);

  /** The columns of these names; empty unless the table has them all. */
  static Optional<KeyColumns> of(Schema table, List<String> names) {
    List<NestedField> columns = new ArrayList<>(names.size());
    for (String name : names) {
      NestedField column = table.asStruct().field(name);
      if (column == null) {
        return Optional.empty();
      }
      columns.add(column);
    }
    return Optional.of(new KeyColumns(new Schema(columns)));
  }

  /** The first of these columns whose type makes no key. */
  static Optional<NestedField> unfit(Schema table, List<String> names) {
    return names.stream()
        .flatMap(name -> Optional.ofNullable(table.asStruct().field(name)).stream())
        .filter(column -> !COMPARABLE.contains(column.type().typeId()))
        .findFirst();
  }

  int[] fieldIds() {
    return schema.columns().stream().mapToInt(NestedField::fieldId).toArray();
  }

  /** The key of a row; empty if one of its values is null. */
  List<Object> keyOf(Record row) {
    List<Object> key = new ArrayList<>(schema.columns().size());
    for (NestedField column : schema.columns()) {
      Object value = row.getField(column.name());
      if (value == null) {
        return List.of();
      }
      key.add(value);
    }
    return key;
  }

  /** A key from before a column was widened, as rows have it since then. */
  List<Object> widened(List<Object> key) {
    List<Object> widened = new ArrayList<>(key);
    for (int column = 0; column < widened.size(); column++) {
      if (widened.get(column) instanceof Integer number
          && schema.columns().get(column).type().typeId() == TypeID.LONG) {
        widened.set(column, number.longValue());
      }
    }
    return widened;
  }
}
