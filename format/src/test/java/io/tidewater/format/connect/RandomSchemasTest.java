/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.format.row.ParquetFiles;
import io.tidewater.format.schema.EmptyTypes;
import io.tidewater.format.schema.EvolutionOptions;
import io.tidewater.format.schema.EvolutionPlan;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.MemoryTable;
import io.tidewater.format.schema.NameMatching;
import io.tidewater.format.schema.Requiredness;
import io.tidewater.format.schema.SchemaEvolution;
import io.tidewater.format.schema.TableSchema;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Types.StructType;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever versions of a schema come, interleaved: every value of every record is in the table. */
@SuppressWarnings("JavaUtilDate") // It is what Connect hands over.
final class RandomSchemasTest {
  private static final int SCHEMAS_PER_SEED = 10;
  private static final int VERSIONS = 4;

  private final ConnectMapping mapping = new ConnectMapping(MappingOptions.DEFAULTS);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void losesNoField(long seed) throws IOException {
    RandomRecords records = new RandomRecords(seed);
    for (int i = 0; i < SCHEMAS_PER_SEED; i++) {
      Requiredness requiredness = i % 2 == 0 ? Requiredness.AS_DECLARED : Requiredness.ALL_OPTIONAL;
      writeAndRead(records, requiredness, 1 + i % 3);
    }
  }

  private void writeAndRead(RandomRecords records, Requiredness requiredness, int formatVersion)
      throws IOException {
    List<Schema> versions = new ArrayList<>(List.of(records.schema()));
    Table table =
        MemoryTable.create(
            TableSchema.of(mapping.incoming(versions.get(0)).type(), requiredness), formatVersion);
    for (int i = 1; i < VERSIONS; i++) {
      Schema next = records.evolved(versions.get(i - 1));
      versions.add(next);
      evolve(table, next, formatVersion);
    }
    for (Schema version : versions) {
      evolve(table, version, formatVersion);
    }
    for (Schema version : versions) {
      assertThat(plan(table, version, formatVersion).isEmpty()).isTrue();
      writeAndRead(records, version, table);
    }
  }

  private void evolve(Table table, Schema version, int formatVersion) {
    EvolutionPlan plan = plan(table, version, formatVersion);
    assertThat(plan.conflicts()).isEmpty();
    MemoryTable.evolve(table, plan);
  }

  private EvolutionPlan plan(Table table, Schema version, int formatVersion) {
    return SchemaEvolution.plan(
        table.schema(),
        mapping.incoming(version).type(),
        new EvolutionOptions(formatVersion, NameMatching.CASE_SENSITIVE));
  }

  private void writeAndRead(RandomRecords records, Schema version, Table table) throws IOException {
    ConnectRowConverter converter = mapping.compile(version, table.schema());
    assertThat(converter.unknownFields()).isEmpty();
    List<Struct> values = new ArrayList<>();
    List<GenericRecord> rows = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Struct value = records.struct(version);
      values.add(value);
      rows.add(converter.convert(value));
    }
    List<Record> read =
        table.schema().columns().isEmpty()
            ? List.copyOf(rows)
            : ParquetFiles.roundTrip(table.schema(), rows);
    for (int i = 0; i < values.size(); i++) {
      assertSame(version, values.get(i), read.get(i));
    }
  }

  private void assertSame(Schema schema, @Nullable Object sent, @Nullable Object stored) {
    if (sent == null) {
      assertThat(stored).isNull();
    } else if (sent instanceof Struct struct) {
      assertSameFields(struct, (Record) Objects.requireNonNull(stored));
    } else if (sent instanceof List<?> list) {
      List<?> storedList = (List<?>) Objects.requireNonNull(stored);
      assertThat(storedList).hasSameSizeAs(list);
      for (int i = 0; i < list.size(); i++) {
        assertSame(schema.valueSchema(), list.get(i), storedList.get(i));
      }
    } else if (sent instanceof Map<?, ?> map) {
      Map<?, ?> storedMap = (Map<?, ?>) Objects.requireNonNull(stored);
      assertThat(storedMap.keySet()).isEqualTo(map.keySet());
      map.forEach((key, value) -> assertSame(schema.valueSchema(), value, storedMap.get(key)));
    } else if (sent instanceof Float || sent instanceof Double) {
      assertThat(((Number) Objects.requireNonNull(stored)).doubleValue())
          .isEqualTo(((Number) sent).doubleValue());
    } else if (sent instanceof Number number) {
      assertThat(((Number) Objects.requireNonNull(stored)).longValue())
          .isEqualTo(number.longValue());
    } else if (sent instanceof Date date) {
      assertThat(((OffsetDateTime) Objects.requireNonNull(stored)).toInstant())
          .isEqualTo(date.toInstant());
    } else {
      assertThat(stored).isEqualTo(sent);
    }
  }

  private void assertSameFields(Struct sent, Record stored) {
    StructType incoming = new ConnectTypes(MappingOptions.DEFAULTS).struct(sent.schema());
    for (Field field : sent.schema().fields()) {
      if (!EmptyTypes.isEmpty(incoming.fieldType(field.name()))) {
        assertThat(stored.struct().field(field.name())).as(field.name()).isNotNull();
        assertSame(field.schema(), sent.get(field), stored.getField(field.name()));
      }
    }
  }
}
