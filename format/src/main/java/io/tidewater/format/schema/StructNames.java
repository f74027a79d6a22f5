/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.jspecify.annotations.Nullable;

/** The names of one struct's columns, those to be included, and what is left for others. */
final class StructNames {
  private static final int SECOND = 2;

  private final @Nullable String path;
  private final Naming naming;
  private final Set<String> taken = new HashSet<>();

  /** Full names in the whole table: a dot in a name can make two columns the same. */
  private final Set<String> allTaken;

  StructNames(
      @Nullable String path, List<NestedField> columns, Naming naming, Set<String> allTaken) {
    this.path = path;
    this.naming = naming;
    this.allTaken = allTaken;
    columns.forEach(column -> taken.add(naming.distinct(column.name())));
  }

  /** Whether the struct is the table itself. */
  boolean areOfTable() {
    return path == null;
  }

  /** Whether a column of a type may have a name. */
  boolean isFree(String name, Type type) {
    return !taken.contains(naming.distinct(name))
        && fullNames(name, type).noneMatch(allTaken::contains);
  }

  /** Takes a name for a column of a type. */
  void take(String name, Type type) {
    taken.add(naming.distinct(name));
    fullNames(name, type).forEach(allTaken::add);
  }

  /** Gives up the name of a column of a type. */
  void release(String name, Type type) {
    taken.remove(naming.distinct(name));
    fullNames(name, type).toList().forEach(allTaken::remove);
  }

  /** Takes a name for the column of a field: its own, else with the first free number behind. */
  String takeFor(String field, Type type) {
    String wanted = naming.columns().of(field);
    String name = wanted;
    for (int number = SECOND; !isFree(name, type); number++) {
      name = naming.columns().with(wanted, "__" + number);
    }
    take(name, type);
    return name;
  }

  /** The full name of a column in the struct. */
  String path(String name) {
    return path == null ? name : path + "." + name;
  }

  private Stream<String> fullNames(String name, Type type) {
    if (!type.isNestedType()) {
      return Stream.of(path(name));
    }
    StructType alone = StructType.of(NestedField.optional(Integer.MAX_VALUE, name, type));
    return TypeUtil.indexByName(alone).keySet().stream().map(this::path);
  }
}
