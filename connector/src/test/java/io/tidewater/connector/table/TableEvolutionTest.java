/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.connector.config.Cadence;
import io.tidewater.connector.config.CreateOptions;
import io.tidewater.connector.config.EvolveOptions;
import io.tidewater.connector.config.TableSettings;
import io.tidewater.connector.config.TombstonePolicy;
import io.tidewater.connector.config.WriteMode;
import io.tidewater.connector.config.layout.ColumnTransform;
import io.tidewater.connector.config.layout.SortField;
import io.tidewater.format.schema.ConflictPolicy;
import io.tidewater.format.schema.EvolutionOptions;
import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.FieldOrigin;
import io.tidewater.format.schema.Incoming;
import io.tidewater.format.schema.Naming;
import io.tidewater.format.schema.NewTable;
import io.tidewater.format.schema.Requiredness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.inmemory.InMemoryCatalog;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.iceberg.types.Types.StructType;
import org.junit.jupiter.api.Test;

/** Several tasks let one table follow its records and its configuration. */
final class TableEvolutionTest {
  private static final TableIdentifier ORDERS = TableIdentifier.of("shop", "orders");
  private static final EvolveOptions OPTIONS =
      new EvolveOptions(true, true, Naming.DEFAULT, ConflictPolicy.FAIL, true);
  private static final int TASKS = 4;
  private static final int VERSIONS = 12;

  private final Tables tables = new Tables(catalog());

  @Test
  void remembersFieldsFromTheFirstCommitOn() {
    Table table = create(incoming(1, 3));
    assertThat(((HasTableOperations) table).operations().current().previousFiles()).isEmpty();
    assertThat(table.properties().get(FieldHistory.PROPERTY))
        .isEqualTo("{\"v\":1,\"schema-id\":1,\"numbers\":{\"shop.Order\":[[1,1,3]]}}");
  }

  @Test
  void evolvesOnceForEachVersionHoweverManyTasksMeetIt() throws Exception {
    create(incoming(0, 1));
    race(
        task -> {
          for (int version = 1; version <= VERSIONS; version++) {
            Incoming incoming = incoming(version, 1 + version);
            Table table = tables.evolve(ORDERS, OPTIONS, known -> incoming);
            assertThat(table.schema().findField("f" + (1 + version))).isNotNull();
          }
        });
    Table table = tables.load(ORDERS).orElseThrow();
    assertThat(table.schema().columns()).hasSize(1 + VERSIONS);
    assertThat(table.schemas()).as("one for each version").hasSize(1 + VERSIONS);
    assertThat(FieldHistory.of(table.properties()).numbers().get("shop.Order"))
        .hasSize(1 + VERSIONS);
  }

  @Test
  void getsTheConfiguredLayoutOnce() throws Exception {
    Table before = create(incoming(1, 3));
    TableLayout layout = layout("f1, bucket(f2, 4)", "f3 desc");
    race(task -> tables.evolveLayout(ORDERS, tables.load(ORDERS).orElseThrow(), layout));
    Table table = tables.load(ORDERS).orElseThrow();
    assertThat(table.spec().fields())
        .extracting(field -> field.name() + " " + field.transform())
        .containsExactly("f1 identity", "f2_bucket_4 bucket[4]");
    assertThat(table.sortOrder().fields()).hasSize(1);
    assertThat(table.specs()).as("that of the creation, and one more").hasSize(2);
    assertThat(before.spec().isUnpartitioned()).as("an open writer's copy").isTrue();

    tables.evolveLayout(ORDERS, table, layout("bucket(f2, 8)", ""));
    Table again = tables.load(ORDERS).orElseThrow();
    assertThat(again.spec().fields())
        .extracting(field -> field.transform().toString())
        .containsExactly("bucket[8]");
    assertThat(again.sortOrder().fields()).as("not configured").hasSize(1);
  }

  @Test
  void leavesALayoutThatNamesColumnsThatAreNotThere() {
    Table table = create(incoming(1, 1));
    tables.evolveLayout(ORDERS, table, layout("f9", ""));
    assertThat(tables.load(ORDERS).orElseThrow().spec().isUnpartitioned()).isTrue();
  }

  private static void race(Consumer<Integer> task) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(TASKS);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < TASKS; i++) {
        int number = i;
        running.add(executor.submit(() -> task.accept(number)));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } finally {
      executor.shutdownNow();
    }
  }

  private Table create(Incoming incoming) {
    NewTable start =
        NewTable.of(
            incoming,
            Requiredness.ALL_OPTIONAL,
            new EvolutionOptions(2, Naming.DEFAULT, ConflictPolicy.FAIL, Set.of()));
    return tables.create(ORDERS, start, layout("", ""));
  }

  private static Incoming incoming(int schemaId, int fields) {
    List<NestedField> list = new ArrayList<>();
    Map<Integer, FieldOrigin> origins = new HashMap<>();
    for (int number = 1; number <= fields; number++) {
      list.add(NestedField.optional(number, "f" + number, Types.LongType.get()));
      origins.put(number, FieldOrigin.number(number));
    }
    return new Incoming(StructType.of(list), "shop.Order", OptionalInt.of(schemaId), origins);
  }

  private static TableLayout layout(String partitionBy, String sortBy) {
    Cadence cadence =
        new Cadence(Duration.ofMinutes(1), OptionalLong.empty(), OptionalLong.empty());
    TableSettings settings =
        new TableSettings(
            "main",
            List.of(),
            ColumnTransform.parseList(partitionBy),
            SortField.parseList(sortBy),
            cadence,
            WriteMode.APPEND,
            TombstonePolicy.KEEP);
    return new TableLayout(new CreateOptions(true, 2, Map.of()), settings);
  }

  private static InMemoryCatalog catalog() {
    InMemoryCatalog catalog = new InMemoryCatalog();
    catalog.initialize("test", Map.of());
    return catalog;
  }
}
