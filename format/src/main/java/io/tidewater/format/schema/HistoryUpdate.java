/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.jspecify.annotations.Nullable;

/** What a plan adds to a table's history, before the ids of new columns are known. */
final class HistoryUpdate {
  private final Incoming incoming;
  private final FieldHistory before;
  private final Naming naming;
  private final Map<Integer, List<String>> names = new HashMap<>();
  private final Map<String, List<String>> newNames = new HashMap<>();
  private final Map<Integer, String> replaced = new HashMap<>();

  HistoryUpdate(Incoming incoming, FieldHistory before, Naming naming) {
    this.incoming = incoming;
    this.before = before;
    this.naming = naming;
  }

  FieldHistory before() {
    return before;
  }

  /** The names that records have for a column, as far as this plan knows by now. */
  List<String> namesOf(NestedField column) {
    List<String> known = names.getOrDefault(column.fieldId(), before.names().get(column.fieldId()));
    return known == null ? List.of(column.name()) : known;
  }

  /** Sets the names that records have for a column of the table. */
  void name(NestedField column, List<String> recordNames) {
    names.put(column.fieldId(), List.copyOf(recordNames));
  }

  /** Sets the names that records have for a column to be, by its full name. */
  void nameNew(String path, List<String> recordNames) {
    newNames.put(path, List.copyOf(recordNames));
  }

  /** Another column takes over everything that records know a column by. */
  void replace(NestedField column, String path) {
    nameNew(path, namesOf(column));
    names.remove(column.fieldId());
    replaced.put(column.fieldId(), path);
  }

  /**
   * The history of the evolved table.
   *
   * @param changed whether the schema was changed by the records' schema
   */
  FieldHistory of(Schema evolved, boolean changed) {
    FieldHistory known = new FieldHistory(before.schemaId(), namesIn(evolved), numbersIn(evolved));
    FieldHistory full =
        new FieldHistory(known.schemaId(), known.names(), withNumbers(known, evolved));
    boolean keepsId = full.equals(before) && !changed;
    return keepsId ? full : new FieldHistory(newestId(), full.names(), full.numbers());
  }

  private OptionalInt newestId() {
    return before.isOlder(incoming.schemaId()) ? before.schemaId() : incoming.schemaId();
  }

  private Map<Integer, List<String>> namesIn(Schema evolved) {
    Map<Integer, List<String>> merged = new HashMap<>(before.names());
    merged.keySet().removeAll(replaced.keySet());
    merged.putAll(names);
    newNames.forEach((path, list) -> merged.put(evolved.findField(path).fieldId(), list));
    merged
        .entrySet()
        .removeIf(
            entry -> {
              NestedField column = evolved.findField(entry.getKey());
              return column == null || entry.getValue().equals(List.of(column.name()));
            });
    return merged;
  }

  private Map<String, Map<Integer, Integer>> numbersIn(Schema evolved) {
    Map<String, Map<Integer, Integer>> kept = new HashMap<>();
    before
        .numbers()
        .forEach(
            (container, ids) -> {
              Map<Integer, Integer> there = new HashMap<>();
              ids.forEach(
                  (number, id) -> {
                    String path = replaced.get(id);
                    NestedField column =
                        path == null ? evolved.findField(id) : evolved.findField(path);
                    if (column != null) {
                      there.put(number, column.fieldId());
                    }
                  });
              if (!there.isEmpty()) {
                kept.put(container, there);
              }
            });
    return kept;
  }

  private Map<String, Map<Integer, Integer>> withNumbers(FieldHistory known, Schema evolved) {
    boolean numbered =
        incoming.origins().values().stream().anyMatch(origin -> origin.number().isPresent());
    if (!numbered) {
      return known.numbers();
    }
    Map<String, Map<Integer, Integer>> numbers = new HashMap<>();
    known.numbers().forEach((container, ids) -> numbers.put(container, new HashMap<>(ids)));
    Alignment alignment = Alignment.of(incoming, evolved, known, naming);
    new Numbers(incoming, alignment, numbers).addFields(incoming.type(), null);
    return numbers;
  }

  /** Collects the numbers of all fields that have a column. */
  private record Numbers(
      Incoming incoming, Alignment alignment, Map<String, Map<Integer, Integer>> numbers) {
    void addFields(StructType type, @Nullable Integer structId) {
      String container = FieldHistory.container(incoming.recordName(), structId);
      for (NestedField field : type.fields()) {
        NestedField column = alignment.named(field);
        OptionalInt number = incoming.origin(field).number();
        if (column != null && number.isPresent()) {
          numbers
              .computeIfAbsent(container, added -> new HashMap<>())
              .put(number.getAsInt(), column.fieldId());
        }
        addNested(field);
      }
    }

    private void addNested(NestedField field) {
      NestedField column = alignment.column(field);
      if (column == null) {
        return;
      }
      Type type = field.type();
      if (type.isStructType() && column.type().isStructType()) {
        addFields(type.asStructType(), column.fieldId());
      } else if (type.isNestedType() && type.typeId() == column.type().typeId()) {
        type.asNestedType().fields().forEach(this::addNested);
      }
    }
  }
}
