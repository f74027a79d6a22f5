/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidewater.format.row.ParquetFiles;
import io.tidewater.format.schema.EvolutionOptions;
import io.tidewater.format.schema.EvolutionPlan;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.MemoryTable;
import io.tidewater.format.schema.NameMatching;
import io.tidewater.format.schema.Requiredness;
import io.tidewater.format.schema.SchemaEvolution;
import io.tidewater.format.schema.TableSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random schemas with closed objects, each followed by versions that a registry takes as BACKWARD:
 * members added, no longer required, nullable, of one more shape; objects opened; annotations
 * changed; parts moved into {@code allOf}. Records of all versions, interleaved, are in the table
 * with every value.
 */
final class RandomSchemasTest {
  private static final int SCHEMAS_PER_SEED = 10;
  private static final int VERSIONS = 5;
  private static final int RECORDS = 20;

  private final ObjectMapper json = new ObjectMapper();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void losesNoValue(long seed) throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < SCHEMAS_PER_SEED; i++) {
      Requiredness requiredness = i % 2 == 0 ? Requiredness.AS_DECLARED : Requiredness.ALL_OPTIONAL;
      writeAndRead(random, requiredness, 2 + i % 2);
    }
  }

  private void writeAndRead(Random random, Requiredness requiredness, int formatVersion)
      throws IOException {
    RandomShape.Closed shape = new RandomShape.Closed(random, 3);
    List<JsonSchemaWriterSchema> writers = new ArrayList<>();
    List<List<Object>> documents = new ArrayList<>();
    for (int version = 0; version < VERSIONS; version++) {
      writers.add(JsonRows.writer(shape.text()));
      List<Object> valid = new ArrayList<>();
      for (int i = 0; i < RECORDS; i++) {
        valid.add(shape.value(random));
      }
      documents.add(valid);
      shape.evolve(random);
    }
    Table table =
        MemoryTable.create(
            TableSchema.of(writers.get(0).incoming().type(), requiredness), formatVersion);
    EvolutionOptions options = new EvolutionOptions(formatVersion, NameMatching.CASE_SENSITIVE);
    for (JsonSchemaWriterSchema writer : writers) {
      EvolutionPlan plan =
          SchemaEvolution.plan(
              table.schema(), FieldHistory.of(table.properties()), writer.incoming(), options);
      assertThat(plan.conflicts()).as("%s", plan.conflicts()).isEmpty();
      plan.commitTo(table);
    }
    List<JsonRows> readers = new ArrayList<>();
    writers.forEach(writer -> readers.add(new JsonRows(writer, table.schema())));
    List<GenericRecord> rows = new ArrayList<>();
    List<Object> written = new ArrayList<>();
    for (int i = 0; i < RECORDS * VERSIONS; i++) {
      Object document = documents.get(i % VERSIONS).get(i / VERSIONS);
      rows.add(readers.get(i % VERSIONS).read(json.writeValueAsBytes(document)));
      written.add(document);
    }
    List<Record> read = ParquetFiles.roundTrip(table.schema(), rows);
    for (int i = 0; i < written.size(); i++) {
      compare(read.get(i), written.get(i), "record " + i);
    }
  }

  private void compare(@Nullable Object read, @Nullable Object written, String path)
      throws IOException {
    if (written == null) {
      assertThat(read).as(path).isNull();
    } else if (read instanceof Record record) {
      struct(record, (Map<?, ?>) written, path);
    } else if (read instanceof Map<?, ?> map) {
      assertThat(map.keySet()).as(path).isEqualTo(((Map<?, ?>) written).keySet());
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        Object other = ((Map<?, ?>) written).get(entry.getKey());
        compare(entry.getValue(), other, path + "." + entry.getKey());
      }
    } else if (read instanceof List<?> list) {
      List<?> other = (List<?>) written;
      assertThat(list).as(path).hasSameSizeAs(other);
      for (int i = 0; i < list.size(); i++) {
        compare(list.get(i), other.get(i), path + "[" + i + "]");
      }
    } else {
      assertThat(read).as(path).isEqualTo(written);
    }
  }

  private void struct(Record record, Map<?, ?> written, String path) throws IOException {
    Object tag = written.get("tag");
    if (tag != null && record.struct().field(tag.toString()) != null) {
      compare(record.getField(tag.toString()), written, path + "." + tag);
      return;
    }
    Map<Object, @Nullable Object> extra = new HashMap<>(written);
    for (NestedField field : record.struct().fields()) {
      if (!field.name().equals("_extra")) {
        Object other = extra.remove(field.name());
        compare(record.getField(field.name()), other, path + "." + field.name());
      }
    }
    boolean kept = record.struct().field("_extra") != null && record.getField("_extra") != null;
    String undeclared = kept ? record.getField("_extra").toString() : "{}";
    Map<String, Object> read = json.readValue(undeclared, new TypeReference<>() {});
    assertThat(read).as(path).isEqualTo(extra);
  }
}
