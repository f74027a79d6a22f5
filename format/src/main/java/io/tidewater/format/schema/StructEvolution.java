/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import io.tidewater.format.schema.Evolution.Place;
import io.tidewater.format.schema.SchemaChange.SetDefault;
import io.tidewater.format.schema.SchemaChange.UpdateDoc;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.expressions.Literal;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;

/** Compares the fields of one struct with its columns. */
final class StructEvolution {
  private final Evolution evolution;
  private final Place place;

  StructEvolution(Evolution evolution, Place place) {
    this.evolution = evolution;
    this.place = place;
  }

  void compare(StructType columns, StructType incoming) {
    StructNames names = evolution.names(place, columns.fields());
    Map<Integer, String> renamed =
        new ColumnRenames(evolution, place, names).plan(columns, incoming.fields());
    Set<String> siblings = NewColumns.namesOf(incoming.fields());
    NewColumns newColumns = evolution.newColumns();
    Set<Integer> used = new HashSet<>();
    for (NestedField field : incoming.fields()) {
      NestedField column = evolution.alignment().column(field);
      if (column == null) {
        NestedField added = newColumns.of(field, siblings, names);
        if (added != null) {
          evolution.add(place, added);
        }
      } else {
        Place at = place.in(column.name(), renamed.getOrDefault(column.fieldId(), column.name()));
        if (compareField(
            at, column, field, new ConflictResolution(evolution, place, names, renamed))) {
          followDefault(at, column, field, names);
          used.add(column.fieldId());
        }
      }
    }
    for (NestedField column : columns.fields()) {
      if (!used.contains(column.fieldId()) && column.writeDefault() == null) {
        String name = renamed.getOrDefault(column.fieldId(), column.name());
        evolution.relax(place.in(column.name(), name), column);
      }
    }
  }

  /** Compares a field with its column; returns false if its values go elsewhere. */
  private boolean compareField(
      Place at, NestedField column, NestedField field, ConflictResolution resolution) {
    EvolutionOptions options = evolution.options();
    TypeFit fit = new TypeFit(options.naming(), options.formatVersion());
    if (!fit.goesInto(field.type(), column.type()) && resolution.resolve(at, column, field)) {
      return false;
    }
    followDoc(at, column, field);
    new TypeEvolution(evolution).compareField(at, column, field);
    return true;
  }

  /** Whether a column at the top takes all values of a field: there is no version beside it. */
  private boolean standsAlone(Place at, NestedField column, NestedField field, StructNames names) {
    NestedField own = evolution.alignment().named(field);
    String version =
        VersionedColumns.name(at.full(), VersionedColumns.FIRST, evolution.options().naming());
    return own != null && own.fieldId() == column.fieldId() && names.isFree(version, field.type());
  }

  private void followDoc(Place at, NestedField column, NestedField field) {
    String doc = Docs.onOneLine(field.doc());
    if (evolution.leads() && doc != null && !doc.equals(column.doc())) {
      evolution.change(new UpdateDoc(at.full(), doc));
    }
  }

  private void followDefault(Place at, NestedField column, NestedField field, StructNames names) {
    if (!isRoot() || !evolution.leads() || !standsAlone(at, column, field, names)) {
      return;
    }
    int version = evolution.options().formatVersion();
    Type type =
        Promotion.of(column.type(), field.type(), version)
            .map(Type.class::cast)
            .orElse(column.type());
    Literal<?> value = Defaults.of(field, type, version);
    if (value != null && !value.value().equals(column.writeDefault())) {
      evolution.change(new SetDefault(at.full(), value));
    }
  }

  private boolean isRoot() {
    return place.after() == null;
  }
}
