/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import java.util.Map;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.inmemory.InMemoryCatalog;

/** A real table, whose metadata lives in memory. */
public final class MemoryTable {
  private static final TableIdentifier NAME = TableIdentifier.of("n", "t");

  private MemoryTable() {}

  /** A new table of a format version. */
  public static Table create(Schema schema, int formatVersion) {
    InMemoryCatalog catalog = catalog();
    return create(catalog, schema, formatVersion);
  }

  /** A catalog with one new table, which remembers its records. */
  static Catalog catalogOf(NewTable start, int formatVersion) {
    InMemoryCatalog catalog = catalog();
    Table table = create(catalog, start.schema(), formatVersion);
    FieldHistory history = start.historyOf(table.schema());
    if (!history.isEmpty()) {
      table.updateProperties().set(FieldHistory.PROPERTY, history.toJson()).commit();
    }
    return catalog;
  }

  /** The only table of a catalog, as one more task has it. */
  static Table load(Catalog catalog) {
    return catalog.loadTable(NAME);
  }

  private static InMemoryCatalog catalog() {
    InMemoryCatalog catalog = new InMemoryCatalog();
    catalog.initialize("memory", Map.of());
    catalog.createNamespace(NAME.namespace());
    return catalog;
  }

  private static Table create(Catalog catalog, Schema schema, int formatVersion) {
    return catalog.createTable(
        NAME,
        schema,
        PartitionSpec.unpartitioned(),
        Map.of("format-version", Integer.toString(formatVersion)));
  }

  /** Commits the changes of a plan. */
  public static void evolve(Table table, EvolutionPlan plan) {
    plan.commitTo(table);
  }
}
