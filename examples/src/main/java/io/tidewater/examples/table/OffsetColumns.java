/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/**
 * The columns that say where a row came from.
 *
 * @param partition the Kafka partition, an {@code int} or {@code long} column
 * @param offset the offset in it, likewise
 * @param topic the topic's name; only tables that several topics feed have the column
 */
public record OffsetColumns(String partition, String offset, String topic) {
  private static final Set<Type.TypeID> NUMBERS = Set.of(Type.TypeID.INTEGER, Type.TypeID.LONG);

  /**
   * The columns to read of a table, this record's or fewer.
   *
   * @throws TableUnavailableException if it lacks one that is needed
   */
  List<String> of(Table table) {
    List<String> columns = new ArrayList<>();
    columns.add(number(table, partition, "--partition-column"));
    columns.add(number(table, offset, "--offset-column"));
    if (hasTopic(table.schema())) {
      columns.add(topic);
    }
    return columns;
  }

  boolean hasTopic(Schema schema) {
    return schema.findField(topic) != null;
  }

  private static String number(Table table, String column, String option) {
    Types.NestedField field = table.schema().findField(column);
    if (field == null || !NUMBERS.contains(field.type().typeId())) {
      throw new TableUnavailableException(
          "table %s has no integer column %s, which tells where its rows came from;"
                  .formatted(table.name(), column)
              + " name it with "
              + option
              + ", or let the sink write its metadata columns");
    }
    return column;
  }
}
