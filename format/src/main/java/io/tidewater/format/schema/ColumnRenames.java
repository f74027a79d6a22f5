/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import io.tidewater.format.schema.Evolution.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;

/** Lets the columns of one struct follow the names of its fields, and remembers former names. */
final class ColumnRenames {
  private final Evolution evolution;
  private final Place place;
  private final StructNames names;
  private final Map<Integer, String> renamed = new HashMap<>();

  ColumnRenames(Evolution evolution, Place place, StructNames names) {
    this.evolution = evolution;
    this.place = place;
    this.names = names;
  }

  /** Plans the renames; the new names by column id. */
  Map<Integer, String> plan(StructType columns, List<NestedField> fields) {
    Naming naming = evolution.options().naming();
    ColumnIndex index = ColumnIndex.of(columns, evolution.history().before(), naming);
    Set<String> siblings = NewColumns.namesOf(fields);
    Set<Integer> claimed = new HashSet<>();
    for (NestedField field : fields) {
      NestedField column = evolution.alignment().named(field);
      if (column != null) {
        claimed.add(column.fieldId());
      }
    }
    for (NestedField field : fields) {
      NestedField column = evolution.alignment().named(field);
      if (column != null) {
        follow(field, column, index, claimed);
        learnAliases(field, column, index, siblings);
      }
    }
    return renamed;
  }

  private void follow(
      NestedField field, NestedField column, ColumnIndex index, Set<Integer> claimed) {
    Naming naming = evolution.options().naming();
    List<String> known = evolution.history().namesOf(column);
    boolean sameName =
        naming.columns().of(field.name()).equals(column.name())
            || known.stream().anyMatch(name -> naming.sameName(field.name(), name));
    if (sameName || !evolution.leads()) {
      return;
    }
    String target = naming.columns().of(field.name());
    if (names.isFree(target, column.type())) {
      rename(column, target);
      renameVersions(column, target, index, claimed);
    }
    remember(column, field.name(), known);
  }

  private void renameVersions(
      NestedField column, String target, ColumnIndex index, Set<Integer> claimed) {
    Naming naming = evolution.options().naming();
    int number = VersionedColumns.FIRST;
    for (NestedField version : VersionedColumns.beside(column, index, naming)) {
      String name = VersionedColumns.name(target, number, naming);
      if (claimed.contains(version.fieldId()) || !names.isFree(name, version.type())) {
        return;
      }
      List<String> known = evolution.history().namesOf(version);
      rename(version, name);
      remember(version, name, known);
      number++;
    }
  }

  private void rename(NestedField column, String target) {
    names.release(column.name(), column.type());
    names.take(target, column.type());
    evolution.rename(place.in(column.name()).fullBefore(), target);
    renamed.put(column.fieldId(), target);
  }

  private void remember(NestedField column, String newest, List<String> known) {
    List<String> all = new ArrayList<>();
    all.add(newest);
    all.addAll(known);
    evolution.history().name(column, all);
  }

  private void learnAliases(
      NestedField field, NestedField column, ColumnIndex index, Set<String> siblings) {
    List<String> known = evolution.history().namesOf(column);
    List<String> all = new ArrayList<>(known);
    for (String alias : evolution.incoming().origin(field).aliases()) {
      if (!all.contains(alias) && !siblings.contains(alias) && index.find(alias) == null) {
        all.add(alias);
      }
    }
    if (all.size() > known.size()) {
      evolution.history().name(column, all);
    }
  }
}
