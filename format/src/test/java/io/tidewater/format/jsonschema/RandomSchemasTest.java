/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidewater.format.jsonschema.RandomShape.Changes;
import io.tidewater.format.row.ParquetFiles;
import io.tidewater.format.schema.ConflictPolicy;
import io.tidewater.format.schema.EvolutionOptions;
import io.tidewater.format.schema.EvolutionPlan;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.MemoryTable;
import io.tidewater.format.schema.Naming;
import io.tidewater.format.schema.Requiredness;
import io.tidewater.format.schema.SchemaEvolution;
import io.tidewater.format.schema.TableSchema;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * members added, no longer required, nullable, of one more shape, of a wider type; objects opened;
 * annotations changed; parts moved into {@code allOf}. Records of all versions, interleaved, are in
 * the table with every value.
 */
final class RandomSchemasTest {
  private static final int SCHEMAS_PER_SEED = 10;
  private static final int VERSIONS = 5;
  private static final int RECORDS = 20;

  private final ObjectMapper json = new ObjectMapper();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void losesNoValueInOneColumnForEachMember(long seed) throws IOException {
    losesNoValue(new Random(seed), Changes.OF_ONE_COLUMN, ConflictPolicy.FAIL);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void losesNoValueInColumnsForEachType(long seed) throws IOException {
    losesNoValue(new Random(seed), Changes.ALL, ConflictPolicy.NEW_COLUMN);
  }

  private void losesNoValue(Random random, Changes changes, ConflictPolicy policy)
      throws IOException {
    for (int i = 0; i < SCHEMAS_PER_SEED; i++) {
      Requiredness requiredness = i % 2 == 0 ? Requiredness.AS_DECLARED : Requiredness.ALL_OPTIONAL;
      writeAndRead(versions(random, changes), requiredness, 2 + i % 2, policy);
    }
  }

  private record Version(JsonSchemaWriterSchema writer, List<Object> documents) {}

  private static List<Version> versions(Random random, Changes changes) {
    RandomShape.Closed shape = new RandomShape.Closed(random, 3);
    List<Version> versions = new ArrayList<>();
    while (versions.size() < VERSIONS) {
      List<Object> valid = new ArrayList<>();
      for (int i = 0; i < RECORDS; i++) {
        valid.add(shape.value(random));
      }
      versions.add(new Version(JsonRows.writer(shape.text()), valid));
      shape.evolve(random, changes);
    }
    return versions;
  }

  private void writeAndRead(
      List<Version> versions, Requiredness requiredness, int formatVersion, ConflictPolicy policy)
      throws IOException {
    Table table =
        MemoryTable.create(
            TableSchema.of(versions.get(0).writer.incoming().type(), requiredness), formatVersion);
    EvolutionOptions options = EvolutionOptions.of(table, Naming.DEFAULT, policy);
    for (Version version : versions) {
      EvolutionPlan plan =
          SchemaEvolution.plan(
              table.schema(),
              FieldHistory.of(table.properties()),
              version.writer.incoming(),
              options);
      assertThat(plan.conflicts()).as("%s", plan.conflicts()).isEmpty();
      plan.commitTo(table);
    }
    List<JsonRows> readers = new ArrayList<>();
    versions.forEach(version -> readers.add(new JsonRows(version.writer, table.schema())));
    List<GenericRecord> rows = new ArrayList<>();
    List<Object> written = new ArrayList<>();
    for (int i = 0; i < RECORDS * VERSIONS; i++) {
      Object document = versions.get(i % VERSIONS).documents.get(i / VERSIONS);
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
    } else if (read instanceof Record choice && !(written instanceof Map)) {
      compare(onlyValue(choice, choice.struct().fields(), path), written, path);
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
    } else if (read instanceof Number number && written instanceof Number other) {
      assertThat(new BigDecimal(number.toString()))
          .as(path)
          .isEqualByComparingTo(new BigDecimal(other.toString()));
    } else if (read instanceof String text && !(written instanceof String)) {
      compare(json.readValue(text, Object.class), written, path);
    } else {
      assertThat(read).as(path).isEqualTo(written);
    }
  }

  /** What stands in the one of several columns that has something. */
  private static @Nullable Object onlyValue(Record record, List<NestedField> fields, String path) {
    List<Object> found =
        fields.stream()
            .map(field -> record.getField(field.name()))
            .filter(Objects::nonNull)
            .toList();
    assertThat(found).as(path).hasSizeLessThanOrEqualTo(1);
    return found.isEmpty() ? null : found.get(0);
  }

  private void struct(Record record, Map<?, ?> written, String path) throws IOException {
    Object tag = written.get("tag");
    if (tag != null && record.struct().field(tag.toString()) != null) {
      compare(record.getField(tag.toString()), written, path + "." + tag);
      return;
    }
    Map<Object, @Nullable Object> extra = new HashMap<>(written);
    for (NestedField field : record.struct().fields()) {
      if (!field.name().equals("_extra") && !field.name().contains("__v")) {
        List<NestedField> columns =
            record.struct().fields().stream()
                .filter(each -> each.name().matches(field.name() + "(__v[0-9]+)?"))
                .toList();
        String at = path + "." + field.name();
        compare(onlyValue(record, columns, at), extra.remove(field.name()), at);
      }
    }
    boolean kept = record.struct().field("_extra") != null && record.getField("_extra") != null;
    String undeclared = kept ? record.getField("_extra").toString() : "{}";
    Map<String, Object> read = json.readValue(undeclared, new TypeReference<>() {});
    assertThat(read).as(path).isEqualTo(extra);
  }
}
