/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.format.avro.RandomEvolution.Changes;
import io.tidewater.format.plan.ValueReader;
import io.tidewater.format.registry.RegisteredSchema;
import io.tidewater.format.registry.SchemaKind;
import io.tidewater.format.row.ParquetFiles;
import io.tidewater.format.row.RowBuilder;
import io.tidewater.format.schema.Alignment;
import io.tidewater.format.schema.ConflictPolicy;
import io.tidewater.format.schema.EvolutionOptions;
import io.tidewater.format.schema.EvolutionPlan;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.MemoryTable;
import io.tidewater.format.schema.Naming;
import io.tidewater.format.schema.NewTable;
import io.tidewater.format.schema.Requiredness;
import io.tidewater.format.schema.SchemaEvolution;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever versions of a schema Avro holds for compatible: the table follows them without a
 * conflict, and every value of every record is what the Avro library reads, in whatever order the
 * versions come.
 */
final class RandomVersionsTest {
  private static final int SCHEMAS = 15;
  private static final int VERSIONS = 5;
  private static final int ROUNDS = 3;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void losesNothingInOneColumnForEachField(long seed) throws IOException {
    losesNothing(new Random(seed), Changes.OF_ONE_COLUMN, ConflictPolicy.FAIL);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void losesNothingInColumnsForEachType(long seed) throws IOException {
    losesNothing(new Random(seed), Changes.ALL, ConflictPolicy.NEW_COLUMN);
  }

  private static void losesNothing(Random random, Changes changes, ConflictPolicy policy)
      throws IOException {
    for (int i = 0; i < SCHEMAS; i++) {
      List<Schema> versions = versions(random, changes);
      writeAndRead(random, versions, 2 + i % 2, policy);
    }
  }

  private static List<Schema> versions(Random random, Changes changes) {
    RandomAvro schemas = new RandomAvro(random);
    RandomEvolution evolution = new RandomEvolution(random, schemas, changes);
    List<Schema> versions = new ArrayList<>(List.of(schemas.record()));
    while (versions.size() < VERSIONS) {
      Schema last = versions.get(versions.size() - 1);
      Schema next = evolution.next(last);
      assertThat(SchemaCompatibility.checkReaderWriterCompatibility(next, last).getType())
          .as("%s reads %s", next, last)
          .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
      versions.add(next);
    }
    return versions;
  }

  private static void writeAndRead(
      Random random, List<Schema> versions, int formatVersion, ConflictPolicy policy)
      throws IOException {
    List<AvroWriterSchema> writers = new ArrayList<>();
    for (Schema version : versions) {
      writers.add(
          new AvroWriterSchema(
              new RegisteredSchema(
                  writers.size() + 1, SchemaKind.AVRO, version.toString(), Map.of()),
              MappingOptions.DEFAULTS));
    }
    Table table = table(writers.get(0), formatVersion);
    for (AvroWriterSchema writer : writers) {
      evolve(table, writer, policy);
    }
    for (AvroWriterSchema writer : writers) {
      assertThat(plan(table, writer, policy).isEmpty()).as("planned again").isTrue();
    }
    new Interleaved(table, versions, writers).check(random);
  }

  private static Table table(AvroWriterSchema writer, int formatVersion) {
    NewTable created =
        NewTable.of(
            writer.incoming(),
            Requiredness.AS_DECLARED,
            new EvolutionOptions(formatVersion, Naming.DEFAULT.matching()));
    Table table = MemoryTable.create(created.schema(), formatVersion);
    table
        .updateProperties()
        .set(FieldHistory.PROPERTY, created.historyOf(table.schema()).toJson())
        .commit();
    return table;
  }

  private static EvolutionPlan plan(Table table, AvroWriterSchema writer, ConflictPolicy policy) {
    return SchemaEvolution.plan(
        table.schema(),
        FieldHistory.of(table.properties()),
        writer.incoming(),
        EvolutionOptions.of(table, Naming.DEFAULT, policy));
  }

  private static void evolve(Table table, AvroWriterSchema writer, ConflictPolicy policy) {
    EvolutionPlan plan = plan(table, writer, policy);
    assertThat(plan.conflicts()).isEmpty();
    MemoryTable.evolve(table, plan);
  }

  /** Records of all versions in one file, and what the library makes of them. */
  private record Interleaved(Table table, List<Schema> versions, List<AvroWriterSchema> writers) {
    void check(Random random) throws IOException {
      RandomAvro values = new RandomAvro(random);
      RowBuilder rows = new RowBuilder(table.schema());
      List<GenericRecord> written = new ArrayList<>();
      List<byte[]> payloads = new ArrayList<>();
      List<ValueReader> plans =
          writers.stream().map(writer -> writer.compile(alignment(writer), rows)).toList();
      for (int i = 0; i < ROUNDS * versions.size(); i++) {
        Schema version = versions.get(i % versions.size());
        byte[] payload = AvroBytes.write(version, values.value(version));
        rows.begin();
        plans.get(i % versions.size()).read(ByteBuffer.wrap(payload));
        written.add(rows.finish());
        payloads.add(payload);
      }
      List<Record> stored =
          table.schema().columns().isEmpty()
              ? List.copyOf(written)
              : ParquetFiles.roundTrip(table.schema(), written);
      for (int i = 0; i < payloads.size(); i++) {
        compare(i % versions.size(), payloads.get(i), stored.get(i));
      }
    }

    private void compare(int version, byte[] payload, Record stored) throws IOException {
      Schema writer = versions.get(version);
      // Of schemas further apart Avro's rule does not say that one reads the other.
      int following = Math.min(version + 1, versions.size() - 1);
      Schema next = versions.get(following);
      AvroWriterSchema own = writers.get(version);
      AvroWriterSchema newer = writers.get(following);
      new StoredValues(alignment(own))
          .assertSame(
              writer, own.incoming().type(), AvroBytes.read(writer, writer, payload), stored);
      new StoredValues(alignment(newer))
          .assertWritten(
              next, newer.incoming().type(), AvroBytes.read(writer, next, payload), stored, writer);
    }

    private Alignment alignment(AvroWriterSchema writer) {
      return Alignment.of(
          writer.incoming(), table.schema(), FieldHistory.of(table.properties()), Naming.DEFAULT);
    }
  }
}
