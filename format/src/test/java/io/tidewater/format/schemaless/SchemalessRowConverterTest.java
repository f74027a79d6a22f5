/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schemaless;

import static io.tidewater.format.schemaless.SchemalessMappingTest.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.row.ParquetFiles;
import io.tidewater.format.schema.EvolutionOptions;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.MemoryTable;
import io.tidewater.format.schema.NameMatching;
import io.tidewater.format.schema.Naming;
import io.tidewater.format.schema.SchemaEvolution;
import io.tidewater.format.value.ValueMismatchException;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.junit.jupiter.api.Test;

final class SchemalessRowConverterTest {
  private static final Schema TABLE =
      new Schema(
          NestedField.required(1, "id", Types.LongType.get()),
          NestedField.optional(2, "at", Types.TimestampType.withZone()),
          NestedField.optional(3, "note", Types.StringType.get()),
          NestedField.optional(
              4,
              "lines",
              Types.ListType.ofOptional(
                  5, StructType.of(NestedField.required(6, "n", Types.IntegerType.get())))),
          NestedField.optional(
              7,
              "tags",
              Types.MapType.ofOptional(8, 9, Types.StringType.get(), Types.DoubleType.get())));

  private final SchemalessMapping mapping = new SchemalessMapping(Naming.DEFAULT);
  private final List<String> unknown = new ArrayList<>();
  private final SchemalessRowConverter converter =
      mapping.compile(
          TABLE, FieldHistory.EMPTY, (parent, name) -> unknown.add(parent + "|" + name));

  @Test
  void convertsAgainstTheTypesOfTheTable() throws IOException {
    GenericRecord row =
        converter.convert(
            json(
                "{\"id\": 1, \"at\": 1000, \"note\": [1, {\"a\": null}], \"lines\": [{\"n\": 7}],"
                    + " \"tags\": {\"x\": 1, \"y\": null}}"));
    Record read = ParquetFiles.roundTrip(TABLE, List.of(row)).get(0);
    assertThat(read.getField("id")).isEqualTo(1L);
    assertThat(read.getField("at")).isEqualTo(OffsetDateTime.parse("1970-01-01T00:00:01Z"));
    assertThat(read.getField("note")).isEqualTo("[1,{\"a\":null}]");
    assertThat(((Record) ((List<?>) read.getField("lines")).get(0)).get(0)).isEqualTo(7);
    Map<String, Object> tags = new HashMap<>();
    tags.put("x", 1.0);
    tags.put("y", null);
    assertThat(read.getField("tags")).isEqualTo(tags);
    assertThat(unknown).isEmpty();
  }

  @Test
  void tellsOfFieldsWithoutColumnThatHoldSomething() {
    converter.convert(
        json(
            "{\"id\": 1, \"new\": 1, \"empty\": {\"a\": [{}]}, \"nothing\": null,"
                + " \"lines\": [{\"n\": 1, \"deep\": [[false]]}]}"));
    assertThat(unknown).containsExactlyInAnyOrder("|new", "lines.element|deep");
  }

  @Test
  void namesThePathOfAMisfit() {
    assertMisfit(
        "{\"id\": 1, \"lines\": [{\"n\": 1}, {\"n\": 1.5}]}", "lines[1].n: expected an int");
    assertMisfit("{\"id\": 1, \"lines\": [{}]}", "lines[0].n: expected a value");
    assertMisfit("{\"id\": 1, \"lines\": {\"n\": 1}}", "lines: expected a list");
    assertMisfit("{\"id\": 1, \"lines\": [3]}", "lines[0]: expected a map");
    assertMisfit("{\"id\": 1, \"tags\": {\"x\": \"y\"}}", "tags[\"x\"]: expected a double");
    assertMisfit("{\"id\": null}", "id: expected a value");
    assertMisfit("{\"id\": [1]}", "id: expected a long, got a list");
    assertMisfit("{\"id\": {\"a\": 1}}", "id: expected a long, got a struct");
    assertMisfit("{}", "id: expected a value, since the column is required, got no such field");
    assertThat(converter.convert(Map.of("id", 2L)).getField("id")).isEqualTo(2L);
  }

  @Test
  void refusesNullWhereColumnsAreRequired() {
    assertThatThrownBy(() -> converter.convert(null)).isInstanceOf(ValueMismatchException.class);
    assertThatThrownBy(() -> converter.convert("no record"))
        .isInstanceOf(ValueMismatchException.class);
  }

  @Test
  void tellsOfASecondFieldForOneColumn() {
    Schema table = new Schema(NestedField.optional(1, "id", Types.LongType.get()));
    SchemalessRowConverter folding =
        new SchemalessMapping(Naming.of(NameMatching.CASE_INSENSITIVE))
            .compile(table, FieldHistory.EMPTY, (parent, name) -> unknown.add(name));
    assertThat(folding.convert(Map.of("ID", 1L)).get(0)).isEqualTo(1L);
    assertThat(unknown).isEmpty();
    folding.convert(Map.of("ID", 1L, "id", 2L));
    assertThat(unknown).as("it wants a column of its own").hasSize(1);
  }

  @Test
  void putsWhatIsNoRecordInOneColumn() {
    Schema table = new Schema(NestedField.optional(1, "value", Types.StringType.get()));
    SchemalessRowConverter single =
        mapping.compile(table, FieldHistory.EMPTY, (parent, name) -> unknown.add(name));
    assertThat(single.convert("x").get(0)).isEqualTo("x");
    assertThat(single.convert(Arrays.asList(1L, null)).get(0)).isEqualTo("[1,null]");
    assertThat(single.convert(null).get(0)).isNull();
    assertThat(converterOf(new Schema()).convert(7L).size()).isZero();
    assertThat(unknown).containsExactly("value");
  }

  @Test
  void evolvesFromEmptyToWhateverComes() throws IOException {
    Table table = MemoryTable.create(new Schema(), 2);
    List<GenericRecord> rows = new ArrayList<>();
    List<String> values =
        List.of(
            "{\"id\": 1, \"a\": null}",
            "{\"id\": 2, \"a\": {\"b\": []}}",
            "{\"id\": 3, \"a\": {\"b\": [{\"c\": 1}]}}",
            "{\"id\": 4, \"a\": {\"b\": [{\"c\": 2, \"d\": true}], \"e\": 1.5}}");
    for (String json : values) {
      Object value = json(json);
      MemoryTable.evolve(
          table,
          SchemaEvolution.plan(
              table.schema(),
              mapping.incoming(value, table.schema(), FieldHistory.EMPTY).type(),
              new EvolutionOptions(2, NameMatching.CASE_SENSITIVE)));
      rows.add(converterOf(table.schema()).convert(value));
    }
    assertThat(unknown).isEmpty();
    Record last = ParquetFiles.roundTrip(table.schema(), List.of(rows.get(3))).get(0);
    assertThat(last.getField("id")).isEqualTo(4L);
    assertThat(last.getField("a")).hasToString("Record([Record(2, true)], 1.5)");
  }

  private SchemalessRowConverter converterOf(Schema table) {
    return mapping.compile(table, FieldHistory.EMPTY, (parent, name) -> unknown.add(name));
  }

  private void assertMisfit(String json, String message) {
    assertThatThrownBy(() -> converter.convert(json(json)))
        .isInstanceOf(ValueMismatchException.class)
        .hasMessageStartingWith(message);
  }
}
