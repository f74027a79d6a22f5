/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import io.tidewater.format.row.ParquetFiles;
import io.tidewater.format.schema.MatrixChange.Records;
import io.tidewater.format.value.ValueMismatchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;

/** Makes each change to a real table, with a file of an old writer and one of a new one. */
final class EvolutionMatrix {
  static final List<Integer> VERSIONS = List.of(2, 3);

  private EvolutionMatrix() {}

  /**
   * What came of one change.
   *
   * @param schema the table's schema in the end
   * @param plan what was done to the table
   * @param old the struct that changed, in a row of before, read after
   * @param young the same in a row of after; empty if the record is refused
   */
  record Outcome(Schema schema, EvolutionPlan plan, Record old, List<Record> young) {
    String done() {
      Stream<String> changes = plan.changes().stream().map(SchemaChange::toString);
      Stream<String> conflicts =
          plan.conflicts().stream().map(conflict -> "conflict at " + conflict.path());
      String all = Stream.concat(changes, conflicts).collect(Collectors.joining(", "));
      return all.isEmpty() ? "stays" : all;
    }

    String oldRows() {
      return EvolutionMatrix.print(old);
    }

    String youngRows() {
      return young.isEmpty() ? "refused" : EvolutionMatrix.print(young.get(0));
    }
  }

  static Outcome run(MatrixChange change, MatrixPlace place, int version) {
    NameMatching matching =
        change.title().contains("case is ignored")
            ? NameMatching.CASE_INSENSITIVE
            : NameMatching.CASE_SENSITIVE;
    Naming naming = Naming.of(matching);
    Incoming before = incoming(change.before(), place, 1);
    NewTable start =
        NewTable.of(
            before,
            Requiredness.AS_DECLARED,
            new EvolutionOptions(version, naming, change.policy(), Set.of()));
    Table table = MemoryTable.load(MemoryTable.catalogOf(start, version));
    Schema oldSchema = table.schema();
    GenericRecord oldRow = row(before, table, naming, place.around(change.before().values()));

    Incoming after = incoming(change.after(), place, 2);
    EvolutionPlan plan =
        SchemaEvolution.plan(
            table.schema(),
            FieldHistory.of(table.properties()),
            after,
            EvolutionOptions.of(table, naming, change.policy()));
    plan.commitTo(table);
    Map<?, ?> values = place.around(change.after().values());
    return new Outcome(
        table.schema(),
        plan,
        place.within(read(oldSchema, oldRow, table.schema())),
        young(after, table, naming, values).stream().map(place::within).toList());
  }

  private static List<Record> young(Incoming after, Table table, Naming naming, Map<?, ?> values) {
    try {
      return List.of(read(table.schema(), row(after, table, naming, values), table.schema()));
    } catch (ValueMismatchException e) {
      return List.of();
    }
  }

  private static Record read(Schema written, GenericRecord row, Schema schema) {
    try {
      return ParquetFiles.roundTrip(written, List.of(row), schema).get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GenericRecord row(
      Incoming incoming, Table table, Naming naming, Map<?, ?> values) {
    Alignment alignment =
        Alignment.of(incoming, table.schema(), FieldHistory.of(table.properties()), naming);
    return IncomingRows.row(incoming, alignment, table.schema(), values);
  }

  private static Incoming incoming(Records records, MatrixPlace place, int schemaId) {
    Map<Integer, FieldOrigin> origins = new HashMap<>();
    for (NestedField field : records.fields()) {
      FieldOrigin origin = records.origins().get(field.name());
      if (origin != null) {
        origins.put(field.fieldId(), origin);
      }
    }
    StructType type = place.around(StructType.of(records.fields()));
    return new Incoming(type, "shop.Order", OptionalInt.of(schemaId), origins);
  }

  /** The fields of a struct, and what they hold. */
  static String print(Record struct) {
    StringJoiner fields = new StringJoiner(", ");
    for (NestedField field : struct.struct().fields()) {
      fields.add(field.name() + ": " + struct.getField(field.name()));
    }
    return "`{" + fields + "}`";
  }
}
