/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import io.tidewater.format.conversion.Conversions;
import io.tidewater.format.conversion.Fit;
import io.tidewater.format.schema.SchemaChange.AddColumn;
import io.tidewater.format.schema.SchemaChange.MakeOptional;
import io.tidewater.format.schema.SchemaChange.WidenColumn;
import io.tidewater.format.schema.SchemaConflict.IdentifierConflict;
import io.tidewater.format.schema.SchemaConflict.MapKeyConflict;
import io.tidewater.format.schema.SchemaConflict.NameConflict;
import io.tidewater.format.schema.SchemaConflict.TypeConflict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Type.PrimitiveType;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types.ListType;
import org.apache.iceberg.types.Types.MapType;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Compares the type of incoming records with a table's schema. Only ever lets a table hold more: it
 * adds columns, widens them and makes them optional; it drops, renames and narrows none.
 */
public final class SchemaEvolution {
  private final Schema table;
  private final EvolutionOptions options;
  private final List<SchemaChange> changes = new ArrayList<>();
  private final List<SchemaConflict> conflicts = new ArrayList<>();
  private final Set<String> added = new HashSet<>();

  /** The columns that identify rows, and the structs around them. */
  private final Set<Integer> identifying = new HashSet<>();

  private SchemaEvolution(Schema table, EvolutionOptions options) {
    this.table = table;
    this.options = options;
    Map<Integer, Integer> parents = TypeUtil.indexParents(table.asStruct());
    for (Integer id : table.identifierFieldIds()) {
      for (Integer outer = id; outer != null; outer = parents.get(outer)) {
        identifying.add(outer);
      }
    }
  }

  /**
   * What has to happen to a table before records of a type are written to it. Pure: the same
   * arguments give the same plan, and after its changes the plan for the same type has none.
   *
   * @param incoming the type of the records' values, metadata columns included
   */
  public static EvolutionPlan plan(Schema table, StructType incoming, EvolutionOptions options) {
    SchemaEvolution evolution = new SchemaEvolution(table, options);
    evolution.compareFields(null, table.asStruct(), incoming);
    return new EvolutionPlan(evolution.changes, evolution.conflicts);
  }

  private void compareFields(@Nullable String parent, StructType columns, StructType incoming) {
    Map<String, String> seen = new HashMap<>();
    Set<Integer> matched = new HashSet<>();
    for (NestedField field : incoming.fields()) {
      String twin = seen.putIfAbsent(options.nameMatching().canonical(field.name()), field.name());
      if (twin != null) {
        conflicts.add(new NameConflict(path(parent, field.name()), "the record's field " + twin));
        continue;
      }
      NestedField column = options.nameMatching().find(columns, field.name());
      if (column == null) {
        addColumn(parent, field);
      } else {
        matched.add(column.fieldId());
        compareField(path(parent, column.name()), column, field);
      }
    }
    for (NestedField column : columns.fields()) {
      if (!matched.contains(column.fieldId()) && column.writeDefault() == null) {
        relax(path(parent, column.name()), column);
      }
    }
  }

  private void compareField(String path, NestedField column, NestedField incoming) {
    if (incoming.isOptional()) {
      relax(path, column);
    }
    compareTypes(path, column.type(), incoming.type());
  }

  private void compareTypes(String path, Type column, Type incoming) {
    if (column.isStructType() && incoming.isStructType()) {
      compareFields(path, column.asStructType(), incoming.asStructType());
    } else if (column.isListType() && incoming.isListType()) {
      compareLists(path, column.asListType(), incoming.asListType());
    } else if (column.isMapType() && incoming.isMapType()) {
      compareMaps(path, column.asMapType(), incoming.asMapType());
    } else {
      compareScalars(path, column, incoming);
    }
  }

  private void compareLists(String path, ListType column, ListType incoming) {
    compareField(path + ".element", column.fields().get(0), incoming.fields().get(0));
  }

  private void compareMaps(String path, MapType column, MapType incoming) {
    if (!MapKeys.fit(incoming.keyType(), column.keyType(), options)) {
      conflicts.add(new MapKeyConflict(path + ".key", column.keyType(), incoming.keyType()));
    }
    compareField(path + ".value", column.fields().get(1), incoming.fields().get(1));
  }

  private void compareScalars(String path, Type column, Type incoming) {
    Fit fit = Conversions.fit(incoming, column);
    if (fit == Fit.ALWAYS) {
      return;
    }
    Optional<PrimitiveType> wider = Promotion.of(column, incoming, options.formatVersion());
    if (wider.isPresent()) {
      changes.add(new WidenColumn(path, column.asPrimitiveType(), wider.get()));
    } else if (fit == Fit.NEVER) {
      conflicts.add(new TypeConflict(path, column, incoming));
    }
  }

  private void addColumn(@Nullable String parent, NestedField field) {
    Set<String> names = TypeUtil.indexByName(StructType.of(field)).keySet();
    for (String name : names) {
      String full = path(parent, name);
      if (table.findField(full) != null || !added.add(full)) {
        conflicts.add(new NameConflict(full, "another column of that full name"));
        return;
      }
    }
    changes.add(
        new AddColumn(
            parent, field.name(), Relaxed.type(field.type()), Docs.onOneLine(field.doc())));
  }

  private void relax(String path, NestedField column) {
    if (column.isOptional()) {
      return;
    }
    if (identifying.contains(column.fieldId())) {
      conflicts.add(new IdentifierConflict(path));
    } else {
      changes.add(new MakeOptional(path));
    }
  }

  private static String path(@Nullable String parent, String name) {
    return parent == null ? name : parent + "." + name;
  }
}
