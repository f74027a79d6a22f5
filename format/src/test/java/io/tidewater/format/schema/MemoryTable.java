/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import java.util.Map;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.inmemory.InMemoryCatalog;

/** A real table, whose metadata lives in memory. */
public final class MemoryTable {
  private MemoryTable() {}

  /** A new table of a format version. */
  public static Table create(Schema schema, int formatVersion) {
    InMemoryCatalog catalog = new InMemoryCatalog();
    catalog.initialize("memory", Map.of());
    catalog.createNamespace(Namespace.of("n"));
    return catalog.createTable(
        TableIdentifier.of("n", "t"),
        schema,
        PartitionSpec.unpartitioned(),
        Map.of("format-version", Integer.toString(formatVersion)));
  }

  /** Commits the changes of a plan. */
  public static void evolve(Table table, EvolutionPlan plan) {
    plan.commitTo(table);
  }
}
