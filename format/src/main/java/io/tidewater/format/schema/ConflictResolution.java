/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.conversion.Fit;
import io.tidewater.format.schema.Evolution.Place;
import io.tidewater.format.schema.SchemaChange.SetDefault;
import java.util.Map;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StringType;

/** Makes room for a field whose values do not go into its column, as the policy says. */
final class ConflictResolution {
  private static final int MOST_VERSIONS = 1_000;

  private final Evolution evolution;
  private final Place struct;
  private final StructNames names;
  private final Map<Integer, String> renamed;

  /**
   * @param renamed the new names of the struct's columns by id, for those that have one
   */
  ConflictResolution(
      Evolution evolution, Place struct, StructNames names, Map<Integer, String> renamed) {
    this.evolution = evolution;
    this.struct = struct;
    this.names = names;
    this.renamed = renamed;
  }

  /** Finds another column for the field; returns false if the conflict stays. */
  boolean resolve(Place at, NestedField column, NestedField field) {
    return switch (evolution.options().onConflict()) {
      case FAIL, DEAD_LETTER -> false;
      case NEW_COLUMN -> addVersion(at, column, field);
      case WIDEN_TO_STRING -> replace(at, column, field);
    };
  }

  private boolean addVersion(Place at, NestedField column, NestedField field) {
    String base = lastName(at);
    for (int number = VersionedColumns.FIRST; number < MOST_VERSIONS; number++) {
      String name = VersionedColumns.name(base, number, evolution.options().naming());
      if (names.isFree(name, field.type())) {
        names.take(name, field.type());
        dropDefault(at, column);
        evolution.add(struct, evolution.newColumns().withoutDefault(field, name, names));
        return true;
      }
    }
    return false;
  }

  private boolean replace(Place at, NestedField column, NestedField field) {
    Type text = StringType.get();
    String name = lastName(at);
    String aside =
        VersionedColumns.name(name, VersionedColumns.REPLACED, evolution.options().naming());
    if (column.type().equals(text)
        || evolution.staying().includes(column)
        || Conversions.fit(field.type(), text) == Fit.NEVER
        || !names.isFree(aside, column.type())) {
      return false;
    }
    names.release(name, column.type());
    names.take(aside, column.type());
    names.take(name, text);
    evolution.rename(at.fullBefore(), aside);
    renamed.put(column.fieldId(), aside);
    dropDefault(struct.in(column.name(), aside), column);
    evolution.history().replace(column, names.path(name));
    String doc = evolution.leads() ? Docs.onOneLine(field.doc()) : column.doc();
    evolution.add(struct, NestedField.optional(field.fieldId(), name, text, doc));
    return true;
  }

  /** A default would stand beside the values that go elsewhere from now on. */
  private void dropDefault(Place at, NestedField column) {
    if (column.writeDefault() != null) {
      evolution.relax(at, column);
      evolution.change(new SetDefault(at.full(), null));
    }
  }

  /** The column's own name after renames. */
  private String lastName(Place at) {
    String around = struct.after();
    return around == null ? at.full() : at.full().substring(around.length() + 1);
  }
}
