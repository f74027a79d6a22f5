/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.apache.iceberg.PartitionField;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.SortField;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableUtil;

/**
 * How a table may evolve.
 *
 * @param formatVersion the table's own format version, which decides what can be widened
 * @param naming which column a field's name belongs to, and what new ones are called
 * @param onConflict what becomes of a field whose values do not go into its column
 * @param layoutColumns ids of the columns that partition or sort the table
 */
public record EvolutionOptions(
    int formatVersion, Naming naming, ConflictPolicy onConflict, Set<Integer> layoutColumns) {
  public EvolutionOptions {
    Objects.requireNonNull(naming, "naming");
    Objects.requireNonNull(onConflict, "onConflict");
    layoutColumns = Set.copyOf(layoutColumns);
    if (formatVersion < 1) {
      throw new IllegalArgumentException("no format version: " + formatVersion);
    }
  }

  /** Conflicts fail, and new columns have the fields' names. */
  public EvolutionOptions(int formatVersion, NameMatching nameMatching) {
    this(formatVersion, Naming.of(nameMatching), ConflictPolicy.FAIL, Set.of());
  }

  /** How a table may evolve that exists. */
  public static EvolutionOptions of(Table table, Naming naming, ConflictPolicy onConflict) {
    Set<Integer> layout = new HashSet<>();
    for (PartitionSpec spec : table.specs().values()) {
      spec.fields().stream().map(PartitionField::sourceId).forEach(layout::add);
    }
    for (SortOrder order : table.sortOrders().values()) {
      order.fields().stream().map(SortField::sourceId).forEach(layout::add);
    }
    return new EvolutionOptions(TableUtil.formatVersion(table), naming, onConflict, layout);
  }
}
