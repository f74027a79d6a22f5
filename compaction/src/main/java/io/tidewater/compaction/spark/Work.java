/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.spark;

import io.tidewater.compaction.rewrite.Rewriting;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.StaticTableOperations;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;

/**
 * What all groups of a job share.
 *
 * @param shipped the table as it was planned on, with the access to its storage
 * @param metadata its metadata, as JSON: a shipped table would read the file of it when it is first
 *     asked, which may be hours later, when the file is gone
 * @param ways of rewriting, from the cheapest to one that takes every group
 */
record Work(Table shipped, String metadata, List<Rewriting> ways) implements Serializable {
  Work {
    // A list that Java serializes.
    ways = new ArrayList<>(ways);
  }

  static Work of(Table table, List<Rewriting> ways) {
    TableMetadata metadata = ((HasTableOperations) table).operations().current();
    Table shipped = table instanceof SerializableTable ? table : SerializableTable.copyOf(table);
    return new Work(shipped, TableMetadataParser.toJson(metadata), ways);
  }

  /** The table, of which nobody has to read anything but data. */
  Table table() {
    return new BaseTable(
        new StaticTableOperations(
            TableMetadataParser.fromJson(metadata), shipped.io(), shipped.locationProvider()),
        shipped.name());
  }
}
