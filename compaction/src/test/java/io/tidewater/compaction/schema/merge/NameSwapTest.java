/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.schema.MemoryRegistry;
import io.tidewater.compaction.schema.SinkSide;
import io.tidewater.format.registry.SchemaKind;
import io.tidewater.format.schema.ColumnNames;
import io.tidewater.format.schema.ConflictPolicy;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.format.schema.NameMatching;
import io.tidewater.format.schema.Naming;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.types.Types.NestedField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The swap beside a sink: whatever a field's types were, in whatever order, each writer's values go
 * to the merged column or where they went before, and the sink asks for no change.
 */
class NameSwapTest {
  private static final List<String> AVRO =
      List.of(
          "\"boolean\"",
          "\"int\"",
          "\"long\"",
          "\"float\"",
          "\"double\"",
          "\"string\"",
          "\"bytes\"",
          "{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":9,\"scale\":2}",
          "{\"type\":\"int\",\"logicalType\":\"date\"}",
          "{\"type\":\"long\",\"logicalType\":\"timestamp-micros\"}",
          "{\"type\":\"string\",\"logicalType\":\"uuid\"}");
  private static final List<String> PROTOBUF =
      List.of("bool", "int32", "int64", "uint64", "float", "double", "string", "bytes");
  private static final int CASES = 150;

  private TestTables tables;

  @BeforeEach
  void open(@TempDir Path folder) {
    tables = new TestTables(folder);
  }

  @AfterEach
  void close() {
    tables.close();
  }

  @Test
  void leavesEachWriterAHome() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    int swapped = 0;
    for (int i = 0; i < CASES; i++) {
      swapped += oneCase(random, "seed " + seed + " case " + i) ? 1 : 0;
      tables.catalog().dropTable(TableIdentifier.of("shop", "orders"));
    }
    assertThat(swapped).as("seed %s: cases in which names were swapped", seed).isGreaterThan(20);
  }

  private boolean oneCase(Random random, String description) {
    MemoryRegistry registry = new MemoryRegistry();
    ConflictPolicy policy =
        random.nextInt(4) == 0 ? ConflictPolicy.WIDEN_TO_STRING : ConflictPolicy.NEW_COLUMN;
    Naming naming =
        new Naming(
            random.nextBoolean() ? NameMatching.CASE_INSENSITIVE : NameMatching.CASE_SENSITIVE,
            random.nextBoolean() ? ColumnNames.PORTABLE : ColumnNames.AS_IS);
    SinkSide sink = new SinkSide(tables, registry, MappingOptions.DEFAULTS.with(naming), policy);
    List<Integer> schemas = registered(random, registry);
    sink.create(schemas.get(0), 2 + random.nextInt(2));
    schemas.forEach(sink::evolve);
    schemas.forEach(sink::evolve);

    Table table = sink.table();
    String name = sink.column(schemas.get(0), fieldOf(sink, schemas.get(0))).name();
    String base = name.replaceAll("__v[0-9]+$", "");
    Optional<ColumnFamily> family = ColumnFamily.of(table.schema(), base);
    if (family.isEmpty()
        || family.get().isNamed()
        || new NameSwap(naming).homeless(table, family.get()).isPresent()) {
      return false;
    }
    Map<Integer, Integer> before = homes(sink, schemas);
    Transaction transaction = table.newTransaction();
    NameSwap.addTo(transaction, family.get());
    transaction.commitTransaction();

    for (int schema : schemas) {
      String what = description + ", " + family.get() + ", " + sink.incoming(schema);
      NestedField home = sink.column(schema, fieldOf(sink, schema));
      assertThat(home.fieldId()).as(what).isIn(family.get().merged().fieldId(), before.get(schema));
      assertThat(sink.plan(schema).changes()).as(what).isEmpty();
      assertThat(sink.plan(schema).conflicts()).as(what).isEmpty();
    }
    assertThat(homes(sink, schemas).values()).contains(family.get().merged().fieldId());
    assertThat(sink.table().schema().findField(base).fieldId())
        .isEqualTo(family.get().merged().fieldId());
    return true;
  }

  /** The field whose type changes; it may be renamed on the way, as an alias or number tells. */
  private static String fieldOf(SinkSide sink, int schema) {
    return sink.incoming(schema).type().fields().get(0).name();
  }

  private static Map<Integer, Integer> homes(SinkSide sink, List<Integer> schemas) {
    Map<Integer, Integer> homes = new HashMap<>();
    schemas.forEach(id -> homes.put(id, sink.column(id, fieldOf(sink, id)).fieldId()));
    return homes;
  }

  private static List<Integer> registered(Random random, MemoryRegistry registry) {
    List<Integer> ids = new ArrayList<>();
    boolean protobuf = random.nextInt(3) == 0;
    String field = "Amount";
    String former = "";
    for (int version = 0; version < 2 + random.nextInt(2); version++) {
      if (random.nextInt(4) == 0) {
        former = field;
        field = "Sum" + version;
      }
      ids.add(
          protobuf
              ? registry.register("orders-value", SchemaKind.PROTOBUF, message(random, field))
              : registry.registerAvro("orders-value", avro(random, field, former)));
    }
    return ids;
  }

  private static String message(Random random, String field) {
    String type = PROTOBUF.get(random.nextInt(PROTOBUF.size()));
    return "syntax = \"proto3\"; message Order { " + type + " " + field + " = 1; int64 id = 2; }";
  }

  private static String avro(Random random, String field, String former) {
    String type = AVRO.get(random.nextInt(AVRO.size()));
    String aliases = former.isEmpty() ? "" : ",\"aliases\":[\"" + former + "\"]";
    return "{\"name\":\"" + field + "\",\"type\":" + type + aliases + "}";
  }
}
