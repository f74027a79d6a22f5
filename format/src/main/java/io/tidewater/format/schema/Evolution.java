/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import io.tidewater.format.schema.SchemaChange.AddColumn;
import io.tidewater.format.schema.SchemaChange.MakeOptional;
import io.tidewater.format.schema.SchemaChange.RenameColumn;
import io.tidewater.format.schema.SchemaConflict.IdentifierConflict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;

/** One plan while it is made: what is compared with what, and what was found so far. */
final class Evolution {
  private final Schema table;
  private final Incoming incoming;
  private final EvolutionOptions options;
  private final Alignment alignment;
  private final ColumnsThatStay staying;
  private final HistoryUpdate history;
  private final List<SchemaChange> renames = new ArrayList<>();
  private final List<SchemaChange> changes = new ArrayList<>();
  private final List<SchemaConflict> conflicts = new ArrayList<>();
  private final Set<String> fullNames;

  Evolution(Schema table, FieldHistory history, Incoming incoming, EvolutionOptions options) {
    this.table = table;
    this.incoming = incoming;
    this.options = options;
    this.alignment = Alignment.of(incoming, table, history, options.naming());
    this.staying = ColumnsThatStay.of(table, options.layoutColumns());
    this.history = new HistoryUpdate(incoming, history, options.naming());
    this.fullNames = new HashSet<>(TypeUtil.indexByName(table.asStruct()).keySet());
  }

  EvolutionPlan plan() {
    new StructEvolution(this, Place.TABLE).compare(table.asStruct(), incoming.type());
    List<SchemaChange> all = new ArrayList<>(renames);
    all.addAll(changes);
    return new EvolutionPlan(table, all, conflicts, history);
  }

  EvolutionOptions options() {
    return options;
  }

  Incoming incoming() {
    return incoming;
  }

  Alignment alignment() {
    return alignment;
  }

  HistoryUpdate history() {
    return history;
  }

  ColumnsThatStay staying() {
    return staying;
  }

  /** Whether the records' schema may change names, docs and defaults of what is there. */
  boolean leads() {
    return !history.before().isOlder(incoming.schemaId());
  }

  /** The names in a struct of the table. */
  StructNames names(Place place, List<NestedField> columns) {
    return new StructNames(place.after(), columns, options.naming(), fullNames);
  }

  NewColumns newColumns() {
    return new NewColumns(incoming, options, Requiredness.ALL_OPTIONAL, history);
  }

  void rename(String path, String name) {
    renames.add(new RenameColumn(path, name));
  }

  void change(SchemaChange change) {
    changes.add(change);
  }

  void conflict(SchemaConflict conflict) {
    conflicts.add(conflict);
  }

  void add(Place place, NestedField column) {
    changes.add(
        new AddColumn(
            place.after(),
            column.name(),
            column.type(),
            column.doc(),
            column.initialDefaultLiteral()));
  }

  /** Lets a column be null, unless rows are identified by it. */
  void relax(Place column, NestedField field) {
    if (field.isOptional()) {
      return;
    }
    if (staying.identifies(field)) {
      conflicts.add(new IdentifierConflict(column.full()));
    } else {
      changes.add(new MakeOptional(column.full()));
    }
  }

  /**
   * Where in the table something is.
   *
   * @param before its full name before renames; null for the table itself
   * @param after its full name after them
   */
  record Place(@Nullable String before, @Nullable String after) {
    static final Place TABLE = new Place(null, null);

    Place in(String name) {
      return in(name, name);
    }

    Place in(String nameBefore, String nameAfter) {
      return new Place(
          before == null ? nameBefore : before + "." + nameBefore,
          after == null ? nameAfter : after + "." + nameAfter);
    }

    /** The full name after renames, of anything but the table itself. */
    String full() {
      return after == null ? "" : after;
    }

    /** The full name before renames, of anything but the table itself. */
    String fullBefore() {
      return before == null ? "" : before;
    }
  }
}
