/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.expressions.Literal;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.ListType;
import org.apache.iceberg.types.Types.MapType;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StringType;
import org.apache.iceberg.types.Types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Makes columns of fields: with names that are free, docs on one line, types that the table's
 * version has, and without what holds nothing.
 */
final class NewColumns {
  private static final int FIRST_WITH_ALL_TYPES = 3;

  private final Incoming incoming;
  private final EvolutionOptions options;
  private final Requiredness requiredness;
  private final HistoryUpdate history;

  NewColumns(
      Incoming incoming,
      EvolutionOptions options,
      Requiredness requiredness,
      HistoryUpdate history) {
    this.incoming = incoming;
    this.options = options;
    this.requiredness = requiredness;
    this.history = history;
  }

  /** The columns of a struct's fields. */
  List<NestedField> of(List<NestedField> fields, StructNames names) {
    Set<String> siblings = namesOf(fields);
    List<NestedField> columns = new ArrayList<>(fields.size());
    for (NestedField field : fields) {
      NestedField column = of(field, siblings, names);
      if (column != null) {
        columns.add(column);
      }
    }
    return columns;
  }

  /**
   * The column of a field; null if it holds nothing.
   *
   * @param siblings the names of all fields of the struct
   */
  @Nullable NestedField of(NestedField field, Set<String> siblings, StructNames names) {
    if (EmptyTypes.isEmpty(field.type())) {
      return null;
    }
    String name = names.takeFor(field.name(), field.type());
    String path = names.path(name);
    List<String> recordNames = recordNames(field, siblings);
    if (!recordNames.equals(List.of(name))) {
      history.nameNew(path, recordNames);
    }
    return named(field, name, names);
  }

  private NestedField named(NestedField field, String name, StructNames names) {
    NestedField column = withoutDefault(field, name, names);
    Literal<?> value =
        names.areOfTable() ? Defaults.of(field, column.type(), options.formatVersion()) : null;
    return value == null
        ? column
        : NestedField.from(column).withInitialDefault(value).withWriteDefault(value).build();
  }

  /** The column of a field when it is given a name, and shares the field with others. */
  NestedField withoutDefault(NestedField field, String name, StructNames names) {
    return NestedField.builder()
        .withId(field.fieldId())
        .isOptional(requiredness == Requiredness.ALL_OPTIONAL || field.isOptional())
        .withName(name)
        .ofType(type(field.type(), names.path(name), requiredness))
        .withDoc(Docs.onOneLine(field.doc()))
        .build();
  }

  static Set<String> namesOf(List<NestedField> fields) {
    Set<String> names = new HashSet<>();
    fields.forEach(field -> names.add(field.name()));
    return names;
  }

  private List<String> recordNames(NestedField field, Set<String> siblings) {
    List<String> names = new ArrayList<>();
    names.add(field.name());
    for (String alias : incoming.origin(field).aliases()) {
      if (!siblings.contains(alias) && !names.contains(alias)) {
        names.add(alias);
      }
    }
    return names;
  }

  private Type type(Type type, @Nullable String path, Requiredness inside) {
    return switch (type.typeId()) {
      case STRUCT -> struct(type.asStructType(), path);
      case LIST -> list(type.asListType(), path, inside);
      case MAP -> map(type.asMapType(), path, inside);
      case VARIANT, TIMESTAMP_NANO ->
          options.formatVersion() < FIRST_WITH_ALL_TYPES ? StringType.get() : type;
      default -> type;
    };
  }

  private StructType struct(StructType type, @Nullable String path) {
    StructNames names = new StructNames(path, List.of(), options.naming(), new HashSet<>());
    return StructType.of(of(type.fields(), names));
  }

  private Type list(ListType list, @Nullable String path, Requiredness inside) {
    Type element = type(list.elementType(), path + ".element", inside);
    return list.isElementOptional() || inside == Requiredness.ALL_OPTIONAL
        ? ListType.ofOptional(list.elementId(), element)
        : ListType.ofRequired(list.elementId(), element);
  }

  private Type map(MapType map, @Nullable String path, Requiredness inside) {
    NewColumns asDeclared = new NewColumns(incoming, options, Requiredness.AS_DECLARED, history);
    Type key = asDeclared.type(map.keyType(), path + ".key", Requiredness.AS_DECLARED);
    Type value = type(map.valueType(), path + ".value", inside);
    return map.isValueOptional() || inside == Requiredness.ALL_OPTIONAL
        ? MapType.ofOptional(map.keyId(), map.valueId(), key, value)
        : MapType.ofRequired(map.keyId(), map.valueId(), key, value);
  }
}
