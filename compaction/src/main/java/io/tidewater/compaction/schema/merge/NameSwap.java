/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.merge;

import io.tidewater.format.schema.Alignment;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.Incoming;
import io.tidewater.format.schema.Naming;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Gives the merged column the wanted name, and the column that had it the name that this leaves.
 * What records call the one, and Protobuf's numbers, go with the name.
 */
final class NameSwap {
  private final Naming naming;

  NameSwap(Naming naming) {
    this.naming = naming;
  }

  /** Renames within an update of the schema. */
  private static UpdateSchema rename(UpdateSchema update, ColumnFamily family) {
    return update
        .renameColumn(family.wanted().name(), family.merged().name())
        .renameColumn(family.merged().name(), family.wanted().name());
  }

  /** What the table remembers of its fields once the names are swapped. */
  static FieldHistory historyAfter(FieldHistory before, ColumnFamily family) {
    int wanted = family.wanted().fieldId();
    int merged = family.merged().fieldId();
    Map<Integer, List<String>> names = new HashMap<>(before.names());
    @Nullable List<String> known = names.remove(wanted);
    names.remove(merged);
    if (known != null) {
      names.put(merged, known);
    }
    Map<String, Map<Integer, Integer>> numbers = new HashMap<>();
    before
        .numbers()
        .forEach(
            (container, ids) -> {
              Map<Integer, Integer> moved = new HashMap<>(ids);
              moved.replaceAll((number, id) -> id == wanted ? merged : id);
              numbers.put(container, moved);
            });
    return new FieldHistory(before.schemaId(), names, numbers);
  }

  /**
   * Which type's values would be homeless after the swap: a writer of the type of any column of the
   * family has to find the merged column, or the very one that it has found before. Empty if all
   * do.
   */
  Optional<String> homeless(Table table, ColumnFamily family) {
    FieldHistory before = FieldHistory.of(table.properties());
    FieldHistory after = historyAfter(before, family);
    Schema swapped = rename(table.updateSchema(), family).apply();
    String field =
        Optional.ofNullable(before.names().get(family.wanted().fieldId()))
            .map(names -> names.get(0))
            .orElse(family.wanted().name());
    return family
        .members()
        .filter(
            column -> {
              int now = home(table.schema(), before, field, column);
              int then = home(swapped, after, field, column);
              return then != family.merged().fieldId() && then != now;
            })
        .findFirst()
        .map(
            column ->
                "records whose %s is %s would find another column than now"
                    .formatted(field, column.type()));
  }

  private int home(Schema schema, FieldHistory history, String field, NestedField column) {
    StructType record = StructType.of(NestedField.optional(1, field, column.type()));
    NestedField home =
        Alignment.of(Incoming.of(record), schema, history, naming).column(record.fields().get(0));
    return home == null ? -1 : home.fieldId();
  }

  /** Adds the swap to a transaction, if it is still to be made. */
  static void addTo(Transaction transaction, ColumnFamily family) {
    // Even where nothing is left for it: an update of the schema is what notices other writers.
    UpdateSchema update = transaction.updateSchema();
    if (!family.isNamed()) {
      rename(update, family);
    }
    update.commit();
    FieldHistory before = FieldHistory.of(transaction.table().properties());
    FieldHistory after = family.isNamed() ? before : historyAfter(before, family);
    if (!after.equals(before)) {
      transaction.updateProperties().set(FieldHistory.PROPERTY, after.toJson()).commit();
    }
  }
}
