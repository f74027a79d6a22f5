/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.schema;

import io.tidewater.format.column.KeyType;
import io.tidewater.format.column.MetadataColumn;
import io.tidewater.format.column.MetadataColumns;
import io.tidewater.format.schema.ConflictPolicy;
import io.tidewater.format.schema.MappingOptions;
import java.util.Arrays;
import java.util.List;
import org.apache.iceberg.Schema;

/**
 * By what rules tables are made and follow their records: what the sink has options for.
 *
 * @param mapping how records are mapped to tables
 * @param onConflict what becomes of a field that does not go into its column
 * @param formatVersion of a table that is created
 * @param metadata the metadata columns of a table that is created
 */
record Rules(
    MappingOptions mapping,
    ConflictPolicy onConflict,
    int formatVersion,
    MetadataColumns metadata) {
  /** The same rules with another policy for conflicts. */
  Rules with(ConflictPolicy chosen) {
    return new Rules(mapping, chosen, formatVersion, metadata);
  }

  /** The metadata columns that a table has: the sink goes on filling them. */
  static MetadataColumns metadataOf(Schema table) {
    List<MetadataColumn> present =
        Arrays.stream(MetadataColumn.values())
            .filter(column -> table.asStruct().field(column.columnName()) != null)
            .toList();
    return MetadataColumns.of(present).with(KeyType.of(table));
  }
}
