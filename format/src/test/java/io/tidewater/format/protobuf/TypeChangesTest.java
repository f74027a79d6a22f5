/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.format.payload.WriterSchema;
import io.tidewater.format.schema.EvolutionOptions;
import io.tidewater.format.schema.EvolutionPlan;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.Incoming;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.MemoryTable;
import io.tidewater.format.schema.NameMatching;
import io.tidewater.format.schema.NanoTimestamps;
import io.tidewater.format.schema.NewTable;
import io.tidewater.format.schema.Requiredness;
import io.tidewater.format.schema.SchemaEvolution;
import io.tidewater.format.schema.SemiStructured;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Map;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a column when a field's type changes as Protobuf's encoding allows. */
final class TypeChangesTest {
  @ParameterizedTest
  @CsvSource({
    "int32, int64, long",
    "int32, uint32, long",
    "int32, uint64, long",
    "uint32, int32, long",
    "uint32, int64, long",
    "int64, int32, long",
    "int64, uint64, long",
    "uint64, int64, 'decimal(20, 0)'",
    "sint32, sint64, long",
    "sfixed32, fixed32, long",
    "fixed64, sfixed64, 'decimal(20, 0)'",
    "string, bytes, string",
    "bytes, string, binary",
    "Kind, int32, string",
    "string, repeated string, string",
    "Other, repeated Other, conflict",
    "bool, int32, conflict",
    "int32, bool, conflict",
    "int32, repeated int32, conflict",
  })
  void keepColumnsOrWidenThem(String before, String after, String column) {
    for (int version = 2; version <= 3; version++) {
      Table table = MemoryTable.create(new Schema(), version);
      evolve(table, record(before), version);
      EvolutionPlan plan = evolve(table, record(after), version);
      String outcome =
          plan.conflicts().isEmpty() ? table.schema().findType("f").toString() : "conflict";
      assertThat(outcome).isEqualTo(column);
      assertThat(plan(table, record(before), version).hasChanges()).as("flaps").isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void storesAsTextWhatAFormatVersionLacks(int version) {
    MappingOptions options =
        MappingOptions.DEFAULTS.with(NanoTimestamps.NANOS).with(SemiStructured.VARIANT);
    WriterSchema writer =
        writer(
            """
            syntax = "proto3";
            import "google/protobuf/timestamp.proto";
            import "google/protobuf/struct.proto";
            message Record {
              google.protobuf.Timestamp at = 1;
              google.protobuf.Value any = 2;
            }
            """,
            options);
    Schema table =
        NewTable.of(writer.incoming(), Requiredness.ALL_OPTIONAL, evolution(version)).schema();
    GenericRecord row =
        new RowReading(writer, table)
            .row(
                ByteBuffer.wrap(
                    HexFormat.of().parseHex("0a04" + "0801" + "1007" + "1202" + "2001")));
    if (version == 2) {
      assertThat(row.getField("at")).isEqualTo("1970-01-01T00:00:01.000000007Z");
      assertThat(row.getField("any")).isEqualTo("true");
    } else {
      assertThat(row.getField("at")).hasToString("1970-01-01T00:00:01.000000007Z");
      assertThat(table.findType("any").isVariantType()).isTrue();
    }
  }

  @Test
  void keepsAColumnForARenamedFieldAndMakesOneForANewNumber() {
    Table table = MemoryTable.create(new Schema(), 3);
    evolve(table, incoming("message Record { int32 a = 1; }"), 3);
    evolve(table, incoming("message Record { int32 b = 1; int32 a = 2; }"), 3);
    assertThat(table.schema().columns()).hasSize(2);
    assertThat(plan(table, incoming("message Record { int32 a = 1; }"), 3).isEmpty()).isTrue();
  }

  private static Incoming record(String type) {
    return incoming(
        """
        message Record { %s f = 1; }
        message Other { string x = 1; }
        enum Kind { NONE = 0; }
        """
            .formatted(type));
  }

  private static Incoming incoming(String body) {
    return writer("syntax = \"proto3\";\n" + body, MappingOptions.DEFAULTS).incoming();
  }

  private static WriterSchema writer(String text, MappingOptions options) {
    MemoryRegistry registry = new MemoryRegistry();
    int id = registry.add(text, Map.of());
    return new ProtobufFormat(registry, "", options).writerOf(Frames.first(id, new byte[0]));
  }

  private static EvolutionPlan evolve(Table table, Incoming incoming, int version) {
    EvolutionPlan plan = plan(table, incoming, version);
    if (plan.conflicts().isEmpty()) {
      plan.commitTo(table);
      table.refresh();
    }
    return plan;
  }

  private static EvolutionPlan plan(Table table, Incoming incoming, int version) {
    FieldHistory history = FieldHistory.of(table.properties());
    return SchemaEvolution.plan(table.schema(), history, incoming, evolution(version));
  }

  private static EvolutionOptions evolution(int version) {
    return new EvolutionOptions(version, NameMatching.CASE_SENSITIVE);
  }
}
