/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.row.ParquetFiles;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.NameMatching;
import io.tidewater.format.schema.Requiredness;
import io.tidewater.format.schema.TableSchema;
import io.tidewater.format.value.ValueMismatchException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Literal;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ConnectRowConverterTest {
  private static final Schema LINE =
      SchemaBuilder.struct()
          .optional()
          .field("sku", Schema.OPTIONAL_STRING_SCHEMA)
          .field("amount", Schema.OPTIONAL_INT64_SCHEMA)
          .build();
  private static final Schema ORDER =
      SchemaBuilder.struct()
          .field("id", Schema.INT64_SCHEMA)
          .field("lines", SchemaBuilder.array(LINE).optional().build())
          .field(
              "tags",
              SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.OPTIONAL_INT64_SCHEMA)
                  .optional()
                  .build())
          .build();

  private final ConnectMapping mapping = new ConnectMapping(MappingOptions.DEFAULTS);

  @Test
  void readsNestedValuesBackFromParquet() throws IOException {
    org.apache.iceberg.Schema table = tableFor(ORDER);
    Struct order =
        order(1)
            .put("lines", List.of(line("a", 1L), new Struct(LINE)))
            .put("tags", Map.of("x", 2L));

    Record read = roundTrip(table, convert(ORDER, table, order));

    assertThat(read.getField("id")).isEqualTo(1L);
    List<?> lines = (List<?>) read.getField("lines");
    assertThat(((Record) lines.get(0)).getField("amount")).isEqualTo(1L);
    assertThat(((Record) lines.get(1)).getField("sku")).isNull();
    assertThat(read.getField("tags")).isEqualTo(Map.of("x", 2L));
  }

  @Test
  void keepsNullWhereTheSchemaHasADefault() {
    Schema schema =
        SchemaBuilder.struct()
            .field("n", SchemaBuilder.int32().optional().defaultValue(7).build())
            .build();
    assertThat(convert(schema, tableFor(schema), new Struct(schema).put("n", null)).get(0))
        .isNull();
    assertThat(convert(schema, tableFor(schema), new Struct(schema)).get(0)).isNull();
  }

  @Test
  void takesTheWriteDefaultOfAColumnThatRecordsLack() {
    org.apache.iceberg.Schema table =
        new org.apache.iceberg.Schema(
            NestedField.optional(1, "id", Types.LongType.get()),
            NestedField.required("since")
                .withId(2)
                .ofType(Types.DateType.get())
                .withInitialDefault(Literal.of("2026-11-21").to(Types.DateType.get()))
                .withWriteDefault(Literal.of("2026-11-21").to(Types.DateType.get()))
                .build());
    Schema schema = SchemaBuilder.struct().field("id", Schema.INT64_SCHEMA).build();
    GenericRecord row = convert(schema, table, new Struct(schema).put("id", 1L));
    assertThat(row.getField("since")).hasToString("2026-11-21");
  }

  @Test
  void givesEveryRowItsOwnValues() {
    ConnectRowConverter converter = mapping.compile(ORDER, tableFor(ORDER));
    GenericRecord first = converter.convert(order(1).put("lines", List.of(line("a", 1L))));
    GenericRecord second = converter.convert(order(2));
    assertThat(first.getField("lines")).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(1);
    assertThat(second.getField("lines")).isNull();
  }

  @Test
  void namesThePathOfAMisfit() {
    org.apache.iceberg.Schema table = withIntAmounts();
    assertThatThrownBy(
            () ->
                convert(
                    ORDER,
                    table,
                    order(1).put("lines", List.of(line("a", 1L), line("b", 1L << 40)))))
        .isInstanceOf(ValueMismatchException.class)
        .hasMessage("lines[1].amount: expected an int, got the long 1099511627776");
    assertThatThrownBy(() -> convert(ORDER, table, order(1).put("tags", Map.of("x", 1L << 40))))
        .isInstanceOf(ValueMismatchException.class)
        .hasMessageStartingWith("tags[\"x\"]: expected an int");
  }

  @Test
  void goesOnAfterAMisfit() {
    ConnectRowConverter converter = mapping.compile(ORDER, withIntAmounts());
    assertThatThrownBy(() -> converter.convert(order(1).put("lines", List.of(line("a", 1L << 40)))))
        .isInstanceOf(ValueMismatchException.class);
    GenericRecord next = converter.convert(order(2));
    assertThat(next.getField("id")).isEqualTo(2L);
    assertThat(next.getField("lines")).isNull();
  }

  @Test
  void refusesNullForRequiredColumns() {
    org.apache.iceberg.Schema table =
        new org.apache.iceberg.Schema(
            NestedField.required(1, "id", Types.LongType.get()),
            NestedField.optional(
                2,
                "lines",
                Types.ListType.ofRequired(
                    3, StructType.of(NestedField.required(4, "sku", Types.StringType.get())))));
    assertThatThrownBy(() -> convert(ORDER, table, order(1).put("lines", List.of(line(null, 1L)))))
        .hasMessage("lines[0].sku: expected a value, since the column is required, got null");
    assertThatThrownBy(
            () ->
                convert(
                    ORDER, table, order(1).put("lines", java.util.Arrays.asList((Object) null))))
        .hasMessageStartingWith("lines[0]: expected a value");
  }

  @Test
  void refusesRecordsThatLackARequiredColumn() {
    org.apache.iceberg.Schema table =
        new org.apache.iceberg.Schema(NestedField.required(1, "other", Types.LongType.get()));
    assertThatThrownBy(() -> convert(ORDER, table, order(1)))
        .isInstanceOf(ValueMismatchException.class)
        .hasMessageContaining("other");
    assertThatThrownBy(() -> mapping.compile(Schema.INT64_SCHEMA, table).convert(1L))
        .isInstanceOf(ValueMismatchException.class);
  }

  @Test
  void refusesOnlyValuesWhereTypesCannotMeet() {
    org.apache.iceberg.Schema table =
        new org.apache.iceberg.Schema(
            NestedField.optional(1, "id", Types.LongType.get()),
            NestedField.optional(2, "lines", Types.DoubleType.get()),
            NestedField.optional(3, "tags", Types.ListType.ofOptional(4, Types.LongType.get())));
    assertThat(convert(ORDER, table, order(1)).getField("id")).isEqualTo(1L);
    assertThatThrownBy(() -> convert(ORDER, table, order(1).put("lines", List.of())))
        .hasMessage("lines: expected a double, got a value of Connect type ARRAY");
    assertThatThrownBy(() -> convert(ORDER, table, order(1).put("tags", Map.of())))
        .isInstanceOf(ValueMismatchException.class)
        .hasMessageStartingWith("tags: ");
  }

  @Test
  void listsFieldsWithoutColumn() {
    org.apache.iceberg.Schema table =
        new org.apache.iceberg.Schema(
            NestedField.optional(
                2,
                "lines",
                Types.ListType.ofOptional(
                    3, StructType.of(NestedField.optional(4, "sku", Types.StringType.get())))));
    assertThat(mapping.compile(ORDER, table).unknownFields())
        .containsExactly("id", "lines.element.amount", "tags");
    assertThat(mapping.compile(Schema.INT64_SCHEMA, table).unknownFields())
        .containsExactly("value");
  }

  @Test
  void findsColumnsWhateverTheCaseIfToldTo() {
    Schema schema = SchemaBuilder.struct().field("ID", Schema.INT64_SCHEMA).build();
    org.apache.iceberg.Schema table =
        new org.apache.iceberg.Schema(NestedField.optional(1, "id", Types.LongType.get()));
    Struct value = new Struct(schema).put("ID", 1L);
    assertThat(convert(schema, table, value).get(0)).isNull();
    ConnectMapping folding =
        new ConnectMapping(MappingOptions.DEFAULTS.with(NameMatching.CASE_INSENSITIVE));
    assertThat(folding.compile(schema, table).convert(value).get(0)).isEqualTo(1L);
  }

  @Test
  void writesNestedValuesIntoTextColumnsAsJson() {
    org.apache.iceberg.Schema table =
        new org.apache.iceberg.Schema(
            NestedField.optional(1, "lines", Types.StringType.get()),
            NestedField.optional(2, "tags", Types.StringType.get()));
    GenericRecord row =
        convert(
            ORDER,
            table,
            order(1).put("lines", List.of(line("a\"", null))).put("tags", Map.of("x", 1L)));
    assertThat(row.get(0)).isEqualTo("[{\"sku\":\"a\\\"\",\"amount\":null}]");
    assertThat(row.get(1)).isEqualTo("{\"x\":1}");
  }

  @Test
  void refusesMapKeysThatBecomeTheSame() {
    org.apache.iceberg.Schema table =
        new org.apache.iceberg.Schema(
            NestedField.optional(
                1,
                "m",
                Types.MapType.ofOptional(2, 3, Types.IntegerType.get(), Types.LongType.get())));
    Schema schema =
        SchemaBuilder.struct()
            .field("m", SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.INT64_SCHEMA).build())
            .build();
    assertThatThrownBy(
            () -> convert(schema, table, new Struct(schema).put("m", Map.of("7", 1L, "07", 2L))))
        .hasMessageStartingWith("m: expected map keys that differ");
  }

  @Test
  void putsValuesThatAreNoRecordsInOneColumn() throws IOException {
    org.apache.iceberg.Schema table = tableFor(Schema.OPTIONAL_STRING_SCHEMA);
    assertThat(table.asStruct().field("value").type()).isEqualTo(Types.StringType.get());
    GenericRecord row = convert(Schema.OPTIONAL_STRING_SCHEMA, table, "x");
    assertThat(roundTrip(table, row).getField("value")).isEqualTo("x");
    assertThatThrownBy(() -> convert(Schema.INT64_SCHEMA, table, "no long"))
        .hasMessage("value: expected an INT64, got a value of class java.lang.String");
  }

  @Test
  void makesAnEmptyRowOfNull() {
    org.apache.iceberg.Schema table = tableFor(ORDER);
    GenericRecord row = mapping.compile(ORDER, table).convert(null);
    assertThat(row.size()).isEqualTo(3);
    assertThat(row.getField("id")).isNull();

    org.apache.iceberg.Schema strict =
        new org.apache.iceberg.Schema(NestedField.required(1, "id", Types.LongType.get()));
    assertThatThrownBy(() -> mapping.compile(ORDER, strict).convert(null))
        .isInstanceOf(ValueMismatchException.class);
  }

  private org.apache.iceberg.Schema tableFor(Schema schema) {
    return TableSchema.of(mapping.incoming(schema).type(), Requiredness.ALL_OPTIONAL);
  }

  private GenericRecord convert(Schema schema, org.apache.iceberg.Schema table, Object value) {
    return mapping.compile(schema, table).convert(value);
  }

  private static Record roundTrip(org.apache.iceberg.Schema table, GenericRecord row)
      throws IOException {
    return ParquetFiles.roundTrip(table, List.of(row)).get(0);
  }

  private static org.apache.iceberg.Schema withIntAmounts() {
    return new org.apache.iceberg.Schema(
        NestedField.optional(1, "id", Types.LongType.get()),
        NestedField.optional(
            2,
            "lines",
            Types.ListType.ofOptional(
                3, StructType.of(NestedField.optional(4, "amount", Types.IntegerType.get())))),
        NestedField.optional(
            5,
            "tags",
            Types.MapType.ofOptional(6, 7, Types.StringType.get(), Types.IntegerType.get())));
  }

  private static Struct order(long id) {
    return new Struct(ORDER).put("id", id);
  }

  private static Struct line(@Nullable String sku, @Nullable Long amount) {
    return new Struct(LINE).put("sku", sku).put("amount", amount);
  }
}
