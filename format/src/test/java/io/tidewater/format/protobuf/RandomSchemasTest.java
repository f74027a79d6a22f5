/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import io.tidewater.format.payload.WriterSchema;
import io.tidewater.format.protobuf.RandomTypes.Changes;
import io.tidewater.format.row.ParquetFiles;
import io.tidewater.format.schema.Alignment;
import io.tidewater.format.schema.ConflictPolicy;
import io.tidewater.format.schema.EvolutionOptions;
import io.tidewater.format.schema.EvolutionPlan;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.MemoryTable;
import io.tidewater.format.schema.NameMatching;
import io.tidewater.format.schema.Naming;
import io.tidewater.format.schema.Requiredness;
import io.tidewater.format.schema.SchemaEvolution;
import io.tidewater.format.schema.TableSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever versions of a schema a registry accepts as compatible, interleaved: no conflict, and
 * every value of every message is in the table, in one column. A longer run: {@code
 * -Dsurefire.jvm.arguments=-Dtidewater.random.schemas=200}.
 */
final class RandomSchemasTest {
  private static final int SCHEMAS_PER_SEED = Integer.getInteger("tidewater.random.schemas", 4);
  private static final int VERSIONS = 5;

  private record Version(Descriptor message, WriterSchema writer) {}

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void losesNoValueInOneColumnForEachField(long seed) throws Exception {
    losesNoValue(seed, Changes.OF_ONE_COLUMN, ConflictPolicy.FAIL);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void losesNoValueInColumnsForEachType(long seed) throws Exception {
    losesNoValue(seed, Changes.ALL, ConflictPolicy.NEW_COLUMN);
  }

  private static void losesNoValue(long seed, Changes changes, ConflictPolicy policy)
      throws Exception {
    for (int i = 0; i < SCHEMAS_PER_SEED; i++) {
      long own = 1000 * seed + i;
      Requiredness requiredness = i % 2 == 0 ? Requiredness.AS_DECLARED : Requiredness.ALL_OPTIONAL;
      List<Version> versions = versions(new RandomTypes(own, changes));
      Table table =
          MemoryTable.create(
              TableSchema.of(versions.get(0).writer.incoming().type(), requiredness), 2 + i % 2);
      for (Version version : versions) {
        evolve(table, version, policy);
      }
      for (Version version : versions) {
        assertThat(plan(table, version, policy).isEmpty()).as("seed %s, again", own).isTrue();
        writeAndRead(table, version, new RandomMessages(own, changes));
      }
    }
  }

  private static List<Version> versions(RandomTypes types) throws DescriptorValidationException {
    MemoryRegistry registry = new MemoryRegistry();
    ProtobufFormat format = new ProtobufFormat(registry, "", MappingOptions.DEFAULTS);
    List<Version> versions = new ArrayList<>();
    FileDescriptorProto file = types.schema();
    for (int i = 0; i < VERSIONS; i++) {
      int id = registry.add(ProtoPrinter.print(file), Map.of());
      WriterSchema writer = format.writerOf(Frames.first(id, new byte[0]));
      Descriptor message =
          FileDescriptor.buildFrom(file, new FileDescriptor[0]).findMessageTypeByName("Record");
      versions.add(new Version(message, writer));
      file = types.evolved(file);
    }
    return versions;
  }

  private static EvolutionPlan plan(Table table, Version version, ConflictPolicy policy) {
    return SchemaEvolution.plan(
        table.schema(),
        FieldHistory.of(table.properties()),
        version.writer.incoming(),
        EvolutionOptions.of(table, Naming.DEFAULT, policy));
  }

  private static void evolve(Table table, Version version, ConflictPolicy policy) {
    EvolutionPlan plan = plan(table, version, policy);
    assertThat(plan.conflicts()).isEmpty();
    plan.commitTo(table);
    table.refresh();
  }

  private static void writeAndRead(Table table, Version version, RandomMessages messages)
      throws IOException {
    FieldHistory history = FieldHistory.of(table.properties());
    RowReading reading = new RowReading(version.writer, table.schema(), history);
    List<DynamicMessage> sent = new ArrayList<>();
    List<GenericRecord> rows = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      DynamicMessage message = messages.message(version.message);
      sent.add(message);
      rows.add(reading.row(ByteBuffer.wrap(message.toByteArray())));
    }
    List<Record> stored =
        table.schema().columns().isEmpty()
            ? List.copyOf(rows)
            : ParquetFiles.roundTrip(table.schema(), rows);
    RowComparison comparison =
        new RowComparison(
            Alignment.of(
                version.writer.incoming(), table.schema(), history, NameMatching.CASE_SENSITIVE));
    for (int i = 0; i < sent.size(); i++) {
      comparison.assertSame(sent.get(i), version.writer.incoming().type(), stored.get(i));
    }
  }
}
