/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tidewater.format.payload.WriterSchema;
import io.tidewater.format.registry.SchemaKind;
import io.tidewater.format.registry.UnknownSchemaException;
import io.tidewater.format.row.RowBuilder;
import io.tidewater.format.schema.Alignment;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.Requiredness;
import io.tidewater.format.schema.TableSchema;
import io.tidewater.format.value.ValueMismatchException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;

final class AvroFormatTest {
  private static final String ORDER =
      """
      {"type": "record", "name": "Order", "namespace": "shop", "fields": [
        {"name": "id", "type": "long"},
        {"name": "note", "type": ["null", "string"], "default": null},
        {"name": "price", "type": "double", "doc": "in euros\\nwith tax", "aliases": ["amount"]}]}
      """;

  private final MemoryRegistry registry = new MemoryRegistry();
  private final AvroFormat format =
      new AvroFormat(registry, "orders-value", MappingOptions.DEFAULTS);

  @Test
  void readsRecordsByTheSchemaThatTheyName() {
    int id = registry.add(ORDER);
    Schema schema = AvroBytes.schema(ORDER);
    ByteBuffer payload =
        AvroBytes.framed(
            id, schema, new GenericRecordBuilder(schema).set("id", 5L).set("price", 9.5).build());

    WriterSchema writer = format.writerOf(payload);
    org.apache.iceberg.Schema table =
        TableSchema.of(writer.incoming().type(), Requiredness.AS_DECLARED);
    RowBuilder rows = new RowBuilder(table);
    rows.begin();
    writer.compile(Alignment.identity(writer.incoming()), rows).read(payload);
    GenericRecord row = rows.finish();

    assertThat(row.getField("id")).isEqualTo(5L);
    assertThat(row.getField("note")).isNull();
    assertThat(row.getField("price")).isEqualTo(9.5);
  }

  @Test
  void tellsWhatTheRecordsNeed() {
    WriterSchema writer = AvroRows.writer(ORDER, MappingOptions.DEFAULTS);

    Types.NestedField price = writer.incoming().type().field("price");
    assertThat(writer.isRecord()).isTrue();
    assertThat(writer.incoming().recordName()).isEqualTo("shop.Order");
    assertThat(writer.incoming().schemaId()).hasValue(AvroRows.ID);
    assertThat(writer.incoming().type().field("id").isRequired()).isTrue();
    assertThat(writer.incoming().type().field("note").isOptional()).isTrue();
    assertThat(price.doc()).isEqualTo("in euros with tax");
    assertThat(writer.incoming().origin(price).aliases()).containsExactly("amount");
    assertThat(writer.incoming()).isSameAs(writer.incoming());
  }

  @Test
  void asksForEachSchemaOnce() {
    int id = registry.add(ORDER);
    byte[] value = {2, 0, 0, 0, 0, 0, 0, 0, 0, 0};

    WriterSchema first = format.writerOf(AvroBytes.framed(id, value));
    WriterSchema second = format.writerOf(AvroBytes.framed(id, value));

    assertThat(second).isSameAs(first);
    assertThat(registry.asked()).isEqualTo(1);
  }

  @Test
  void readsTypesOfOtherSchemas() {
    Map<String, String> references = new LinkedHashMap<>();
    references.put(
        "money.avsc",
        "{\"type\": \"record\", \"name\": \"Money\", \"namespace\": \"shop\", \"fields\": ["
            + "{\"name\": \"cents\", \"type\": \"long\"}]}");
    references.put(
        "line.avsc",
        "{\"type\": \"record\", \"name\": \"Line\", \"namespace\": \"shop\", \"fields\": ["
            + "{\"name\": \"price\", \"type\": \"shop.Money\"}]}");
    int id =
        registry.add(
            SchemaKind.AVRO,
            "{\"type\": \"record\", \"name\": \"Cart\", \"namespace\": \"shop\", \"fields\": ["
                + "{\"name\": \"line\", \"type\": \"Line\"},"
                + " {\"name\": \"total\", \"type\": \"Money\"}]}",
            references);

    WriterSchema writer = format.writerOf(AvroBytes.framed(id, new byte[] {2, 4}));

    assertThat(writer.incoming().type())
        .hasToString(
            "struct<1: line: required struct<2: price: required struct<3: cents: required long>>,"
                + " 4: total: required struct<5: cents: required long>>");
  }

  @Test
  void refusesSchemasOfOtherLanguages() {
    int id = registry.add(SchemaKind.PROTOBUF, "syntax = \"proto3\";", Map.of());

    assertThatThrownBy(() -> format.writerOf(AvroBytes.framed(id, new byte[0])))
        .isInstanceOf(UnknownSchemaException.class)
        .hasMessageContaining("schema 1 of the registry is a protobuf schema, not an Avro one");
  }

  @Test
  void refusesWhatIsNoAvroSchema() {
    int id = registry.add("{\"type\": \"no such type\"}");

    assertThatThrownBy(() -> format.writerOf(AvroBytes.framed(id, new byte[0])))
        .isInstanceOf(UnknownSchemaException.class)
        .hasMessageContaining("schema 1");
  }

  @Test
  void readsASchemaThatIsOfNoUseOnce() {
    int id = registry.add("{\"type\": \"no such type\"}");
    Throwable first = catchThrowable(() -> format.writerOf(AvroBytes.framed(id, new byte[0])));

    assertThat(catchThrowable(() -> format.writerOf(AvroBytes.framed(id, new byte[0]))))
        .isInstanceOf(UnknownSchemaException.class)
        .isSameAs(first);
    assertThat(registry.asked()).isEqualTo(1);
  }

  @Test
  void asksAgainForASchemaThatTheRegistryDidNotKnow() {
    assertThatThrownBy(() -> format.writerOf(AvroBytes.framed(1, new byte[0])))
        .isInstanceOf(UnknownSchemaException.class);
    int id = registry.add(ORDER);
    assertThat(format.writerOf(AvroBytes.framed(id, new byte[0])).isRecord()).isTrue();
  }

  @Test
  void refusesRecordsOfAnotherSchema() {
    Schema schema = AvroBytes.schema(ORDER);
    AvroRows rows =
        new AvroRows(
            schema,
            TableSchema.of(
                AvroRows.writer(schema, MappingOptions.DEFAULTS).incoming().type(),
                Requiredness.ALL_OPTIONAL),
            MappingOptions.DEFAULTS);
    GenericData.Record order =
        new GenericRecordBuilder(schema).set("id", 5L).set("price", 9.5).build();
    byte[] bytes = AvroBytes.write(schema, order);

    assertThatThrownBy(() -> rows.read(java.util.Arrays.copyOf(bytes, bytes.length + 3)))
        .isInstanceOf(ValueMismatchException.class)
        .hasMessage(
            "the value: expected the end of the record at byte 10, got 3 bytes left over: the"
                + " writer's schema is not the one of id 7");
    assertThatThrownBy(() -> rows.read(java.util.Arrays.copyOf(bytes, 4)))
        .isInstanceOf(ValueMismatchException.class)
        .hasMessage("price: expected an Avro double at byte 2, got 2 bytes left");
  }
}
