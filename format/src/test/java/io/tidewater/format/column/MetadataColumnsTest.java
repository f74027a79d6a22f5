/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.row.ParquetFiles;
import io.tidewater.format.schema.EvolutionOptions;
import io.tidewater.format.schema.MemoryTable;
import io.tidewater.format.schema.NameMatching;
import io.tidewater.format.schema.Requiredness;
import io.tidewater.format.schema.SchemaEvolution;
import io.tidewater.format.schema.TableSchema;
import io.tidewater.format.schema.UnsupportedSchemaException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class MetadataColumnsTest {
  private static final StructType VALUE =
      StructType.of(
          NestedField.required(7, "id", Types.LongType.get()),
          NestedField.optional(9, "tags", Types.ListType.ofOptional(8, Types.LongType.get())));
  private static final ByteBuffer BYTES = ByteBuffer.wrap(new byte[] {1});

  private static final MetadataColumns ALL =
      MetadataColumns.of(EnumSet.allOf(MetadataColumn.class));

  @Test
  void standsBehindTheColumnsOfTheValue() {
    Schema table =
        TableSchema.of(MetadataColumns.DEFAULTS.appendTo(VALUE), Requiredness.AS_DECLARED);
    assertThat(table.columns())
        .extracting(NestedField::name)
        .containsExactly(
            "id",
            "tags",
            "_kafka_partition",
            "_kafka_offset",
            "_kafka_timestamp",
            "_kafka_key",
            "_kafka_headers");
    assertThat(table.columns()).extracting(NestedField::fieldId).startsWith(1, 2, 3, 4, 5, 6, 7);
    assertThat(table.findField("_kafka_offset").isOptional()).isTrue();
    assertThat(table.findField("_kafka_offset").doc()).isNotEmpty();
    assertThat(table.findType("_kafka_headers.value")).isEqualTo(Types.BinaryType.get());
  }

  @Test
  void choosesAndOmits() {
    MetadataColumns columns =
        MetadataColumns.NONE
            .with(MetadataColumn.TOPIC)
            .with(MetadataColumn.OFFSET)
            .without(MetadataColumn.TOPIC);
    assertThat(columns.chosen()).containsExactly(MetadataColumn.OFFSET);
    assertThat(MetadataColumns.NONE.appendTo(VALUE)).isEqualTo(VALUE);
  }

  @Test
  void refusesAFieldOfAChosenColumnsName() {
    StructType clash =
        StructType.of(NestedField.optional(1, "_KAFKA_Offset", Types.LongType.get()));
    assertThatThrownBy(() -> MetadataColumns.DEFAULTS.appendTo(clash))
        .isInstanceOf(UnsupportedSchemaException.class)
        .hasMessageStartingWith("_KAFKA_Offset: ");
    assertThat(MetadataColumns.DEFAULTS.without(MetadataColumn.OFFSET).appendTo(clash).fields())
        .hasSize(5);
  }

  @Test
  void joinsATableThatHadNone() {
    Table table = MemoryTable.create(new Schema(VALUE.fields()), 2);
    MemoryTable.evolve(
        table,
        SchemaEvolution.plan(
            table.schema(),
            ALL.appendTo(VALUE),
            new EvolutionOptions(2, NameMatching.CASE_SENSITIVE)));
    assertThat(table.schema().columns()).hasSize(2 + MetadataColumn.values().length);
    assertThat(table.schema().findField("id").isRequired()).isTrue();
  }

  @Test
  void writesEveryColumn() throws IOException {
    Schema table = TableSchema.of(ALL.appendTo(VALUE), Requiredness.ALL_OPTIONAL);
    GenericRecord row = GenericRecord.create(table);
    row.setField("id", 1L);
    List<RecordHeader> headers =
        Arrays.asList(new RecordHeader("a", BYTES), new RecordHeader("a", null));
    new MetadataWriter(table, ALL).write(new Metadata(1500, "k", headers), row);

    Record read = ParquetFiles.roundTrip(table, List.of(row)).get(0);
    assertThat(read.getField("id")).isEqualTo(1L);
    assertThat(read.getField("_kafka_topic")).isEqualTo("orders");
    assertThat(read.getField("_kafka_partition")).isEqualTo(3);
    assertThat(read.getField("_kafka_offset")).isEqualTo(42L);
    assertThat(read.getField("_kafka_timestamp"))
        .isEqualTo(OffsetDateTime.parse("1970-01-01T00:00:01.5Z"));
    assertThat(read.getField("_kafka_key")).isEqualTo("k");
    assertThat(read.getField("_kafka_schema_id")).isEqualTo(7);
    List<?> list = (List<?>) read.getField("_kafka_headers");
    assertThat(((Record) list.get(0)).getField("value")).isEqualTo(BYTES);
    assertThat(((Record) list.get(1)).getField("key")).isEqualTo("a");
    assertThat(((Record) list.get(1)).getField("value")).isNull();
  }

  @Test
  void writesOnlyWhatIsChosenAndThere() {
    Schema table =
        new Schema(
            NestedField.optional(1, "_kafka_offset", Types.LongType.get()),
            NestedField.optional(2, "_kafka_topic", Types.StringType.get()));
    GenericRecord row = GenericRecord.create(table);
    new MetadataWriter(table, MetadataColumns.DEFAULTS)
        .write(new Metadata(0, null, List.of()), row);
    assertThat(row.get(0)).isEqualTo(42L);
    assertThat(row.get(1)).isNull();
  }

  @Test
  void leavesTheTimestampOfARecordWithoutOneNull() {
    Schema table =
        new Schema(NestedField.optional(1, "_kafka_timestamp", Types.TimestampType.withZone()));
    GenericRecord row = GenericRecord.create(table);
    new MetadataWriter(table, ALL).write(new Metadata(-1, null, List.of()), row);
    assertThat(row.get(0)).isNull();
  }

  @Test
  void tellsWhatTheKeysOfATableAre() {
    MetadataColumns bytes = ALL.with(KeyType.BYTES);
    Schema table = TableSchema.of(bytes.appendTo(VALUE), Requiredness.ALL_OPTIONAL);
    assertThat(KeyType.of(table)).isEqualTo(KeyType.BYTES);
    assertThat(KeyType.of(new Schema())).isEqualTo(KeyType.TEXT);
  }

  private record Metadata(long timestamp, @Nullable Object key, List<RecordHeader> headers)
      implements RecordMetadata {
    @Override
    public String topic() {
      return "orders";
    }

    @Override
    public int partition() {
      return 3;
    }

    @Override
    public long offset() {
      return 42;
    }

    @Override
    public Integer schemaId() {
      return 7;
    }
  }
}
