/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import io.tidewater.format.schema.SchemaChange.RenameColumn;
import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.exceptions.CommitFailedException;

/** What has to happen to a table so that records of some type fit. Immutable. */
public final class EvolutionPlan {
  private final Schema table;
  private final List<SchemaChange> changes;
  private final List<SchemaConflict> conflicts;
  private final HistoryUpdate history;

  EvolutionPlan(
      Schema table,
      List<SchemaChange> changes,
      List<SchemaConflict> conflicts,
      HistoryUpdate history) {
    this.table = table;
    this.changes = List.copyOf(changes);
    this.conflicts = List.copyOf(conflicts);
    this.history = history;
  }

  /** What makes the records fit, in the order to apply it: renames first. */
  public List<SchemaChange> changes() {
    return changes;
  }

  /** What no change solves; the records' other fields fit after the changes. */
  public List<SchemaConflict> conflicts() {
    return conflicts;
  }

  /** Whether the table can stay as it is, its history included. */
  public boolean isEmpty() {
    return conflicts.isEmpty() && !hasChanges();
  }

  /** Whether there is anything to commit: changes of the schema, or something to remember. */
  public boolean hasChanges() {
    return !changes.isEmpty() || !history.of(table, false).equals(history.before());
  }

  /**
   * What the table is to remember once the changes are made.
   *
   * @param evolved the schema with the ids that the table has given to new columns
   */
  public FieldHistory historyOf(Schema evolved) {
    return history.of(evolved, !changes.isEmpty());
  }

  /**
   * Makes all changes of schema and history, in one commit. Without changes it does nothing.
   *
   * @param target the table whose schema the plan was made from
   * @throws IllegalArgumentException if its schema is another one by now
   * @throws CommitFailedException if somebody else has changed the table in the meantime: load it
   *     and plan again
   */
  public void commitTo(Table target) {
    if (!target.schema().asStruct().equals(table.asStruct())) {
      throw new IllegalArgumentException(
          "the plan was made for another schema than that of table " + target.name());
    }
    if (!hasChanges()) {
      return;
    }
    Transaction transaction = target.newTransaction();
    // It begins with the table as it is now, which may be another than the plan was made for.
    Table now = transaction.table();
    if (!now.schema().asStruct().equals(table.asStruct())
        || !FieldHistory.of(now.properties()).equals(history.before())) {
      throw new CommitFailedException("table %s was evolved by somebody else", target.name());
    }
    update(transaction, changes.stream().filter(RenameColumn.class::isInstance).toList());
    // Even where nothing is left for it: an update of the schema is what notices other writers.
    update(transaction, changes.stream().filter(c -> !(c instanceof RenameColumn)).toList());
    FieldHistory remembered = historyOf(transaction.table().schema());
    if (!remembered.equals(history.before())) {
      transaction.updateProperties().set(FieldHistory.PROPERTY, remembered.toJson()).commit();
    }
    transaction.commitTransaction();
  }

  private static void update(Transaction transaction, List<SchemaChange> changes) {
    UpdateSchema update = transaction.updateSchema();
    changes.forEach(change -> change.applyTo(update));
    update.commit();
  }
}
