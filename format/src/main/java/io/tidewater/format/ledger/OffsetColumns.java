/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

import io.tidewater.format.column.MetadataColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type.TypeID;
import org.apache.iceberg.types.Types.NestedField;

/**
 * The columns by which a row tells where it comes from.
 *
 * @param topic present where several topics feed the table
 */
record OffsetColumns(NestedField partition, NestedField offset, Optional<NestedField> topic) {
  static final String PARTITION = MetadataColumn.PARTITION.columnName();
  static final String OFFSET = MetadataColumn.OFFSET.columnName();
  static final String TOPIC = MetadataColumn.TOPIC.columnName();

  /** The offset columns of a table; empty if it has none, or others of the same name. */
  static Optional<OffsetColumns> of(Schema schema) {
    Optional<NestedField> partition = column(schema, PARTITION, TypeID.INTEGER);
    Optional<NestedField> offset = column(schema, OFFSET, TypeID.LONG);
    return partition.isPresent() && offset.isPresent()
        ? Optional.of(
            new OffsetColumns(partition.get(), offset.get(), column(schema, TOPIC, TypeID.STRING)))
        : Optional.empty();
  }

  List<String> names() {
    List<String> names = new ArrayList<>(List.of(PARTITION, OFFSET));
    topic.ifPresent(column -> names.add(TOPIC));
    return names;
  }

  private static Optional<NestedField> column(Schema schema, String name, TypeID type) {
    return Optional.ofNullable(schema.findField(name))
        .filter(field -> field.type().typeId() == type);
  }
}
