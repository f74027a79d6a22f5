/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.connector.pipeline.PipelineContext;
import io.tidewater.connector.record.TopicFormats;
import io.tidewater.connector.table.Tables;
import io.tidewater.format.ledger.SourcePartition;
import io.tidewater.format.payload.PayloadFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.kafka.connect.errors.ConnectException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whole tasks whose records' schemas are known by ids in their bytes. */
class RegistryFormatsTest {
  private static final String TABLE = "shop.orders";
  private static final int VERSIONS = 20;
  private static final int UNKNOWN = 1_000;

  private final Random random = new Random(7);
  private final AtomicLong clock = new AtomicLong();
  private final FlakyCatalog catalog = new FlakyCatalog(random);
  private final NumberedFormat.Registry registry = new NumberedFormat.Registry();
  private final List<NumberedFormat> formats = new ArrayList<>();
  private final ModelCluster cluster = new ModelCluster(2);

  @Test
  void evolvesOnceForEachVersionHoweverTheyAlternate() throws IOException {
    LongFunction<@Nullable Object> values =
        offset -> NumberedFormat.payload(1 + new Random(offset).nextInt(VERSIONS), offset);
    produce(400);
    List<ModelWorker> workers = List.of(worker(values, Map.of()), worker(values, Map.of()));
    workers.get(0).rebalance(Set.of(source(0)));
    workers.get(1).rebalance(Set.of(source(1)));
    for (int turn = 0; turn < 300; turn++) {
      clock.addAndGet(200);
      workers.get(random.nextInt(2)).iterate();
    }

    List<Record> rows = rows(TABLE);
    assertThat(offsets(rows)).isEqualTo(expectedOffsets());
    for (Record row : rows) {
      long offset = (Long) row.getField("_kafka_offset");
      int version = 1 + new Random(offset).nextInt(VERSIONS);
      assertThat(row.getField("id")).isEqualTo(offset);
      assertThat(row.getField("_kafka_schema_id")).isEqualTo(version);
      assertThat(row.getField("c" + version)).isEqualTo(offset * version);
      if (version < VERSIONS) {
        assertThat(row.getField("c" + (version + 1))).isNull();
      }
    }
    Table table = catalog.loadTable(TableIdentifier.parse(TABLE));
    assertThat(table.schemas()).hasSizeLessThanOrEqualTo(VERSIONS);
    // Each evolution compiles the known schemas anew at most, and nothing is compiled in between.
    int evolutions = table.schemas().size();
    for (NumberedFormat format : formats) {
      assertThat(format.compiled()).isLessThanOrEqualTo(evolutions * VERSIONS);
    }
  }

  @Test
  void waitsForTheRegistryAndLosesNothing() throws IOException {
    produce(60);
    ModelWorker worker =
        worker(offset -> NumberedFormat.payload(offset < 20 ? 1 : 2, offset), Map.of());
    registry.setDown(true);
    worker.rebalance(cluster.sources());
    turn(worker, 20);
    assertThat(catalog.tableExists(TableIdentifier.parse(TABLE))).isFalse();

    registry.setDown(false);
    turnUntil(worker, 1);
    registry.setDown(true);
    turn(worker, 40);
    int questions = registry.questions();
    assertThat(rows(TABLE))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.getField("id")).isNotNull());
    assertThat(questions).as("back-off").isLessThan(40);

    registry.setDown(false);
    turn(worker, 200);
    assertThat(offsets(rows(TABLE))).isEqualTo(expectedOffsets());
  }

  @Test
  void commitsWhatCameBeforeAnOutage() throws IOException {
    produce(60);
    ModelWorker worker =
        worker(
            offset -> {
              registry.setDown(offset >= 20);
              return NumberedFormat.payload(offset < 20 ? 1 : 2, offset);
            },
            Map.of("tidewater.commit.records", "100000"));
    worker.rebalance(Set.of(source(0)));
    registry.setDown(false);
    turn(worker, 50);

    assertThat(rows(TABLE))
        .hasSize(cluster.records(source(0)).headSet(20L).size())
        .allSatisfy(row -> assertThat((Long) row.getField("_kafka_offset")).isLessThan(20L));
  }

  @Test
  void stopsAtARecordOfAnUnknownSchema() {
    produce(30);
    ModelWorker worker =
        worker(offset -> NumberedFormat.payload(offset < 10 ? 1 : UNKNOWN, offset), Map.of());
    worker.rebalance(Set.of(source(0)));
    long bad = cluster.records(source(0)).ceiling(10L);

    assertThatThrownBy(() -> turn(worker, 50))
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("table shop.orders")
        .hasMessageContaining("offset " + bad + " of shop.orders-0")
        .hasMessageContaining("there is no schema 1000");
  }

  @Test
  void refusesAnEmptyPayload() {
    produce(30);
    ModelWorker worker = worker(offset -> new byte[0], Map.of());

    assertThatThrownBy(() -> worker.rebalance(cluster.sources()))
        .hasMessageContaining("expected a schema id, got 0 bytes");
  }

  @Test
  void saysWhichConverterToSet() {
    produce(30);
    ModelWorker worker = worker(offset -> "text", Map.of());

    assertThatThrownBy(() -> worker.rebalance(cluster.sources()))
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining(
            "value.converter=org.apache.kafka.connect.converters.ByteArrayConverter");
  }

  @Test
  void givesEachTypeATableOfItsOwn() throws IOException {
    produce(200);
    ModelWorker worker =
        worker(
            offset -> NumberedFormat.payload(1 + (int) (offset % 4), offset),
            Map.of("tidewater.table.template", "lake.${topic.name}_${record.name}"));
    worker.rebalance(cluster.sources());
    registry.setDown(true);
    turn(worker, 10);
    registry.setDown(false);
    turn(worker, 300);

    List<Record> even = rows("lake.orders_even");
    List<Record> odd = rows("lake.orders_odd");
    List<Record> all = new ArrayList<>(even);
    all.addAll(odd);
    assertThat(offsets(all)).isEqualTo(expectedOffsets());
    assertThat(even).allSatisfy(row -> assertThat((Long) row.getField("id") % 2).isOne());
    assertThat(odd).allSatisfy(row -> assertThat((Long) row.getField("id") % 2).isZero());
  }

  private void turn(ModelWorker worker, int turns) {
    for (int turn = 0; turn < turns; turn++) {
      clock.addAndGet(500);
      worker.iterate();
    }
  }

  /** Goes on until the table has some rows. */
  private void turnUntil(ModelWorker worker, int wanted) throws IOException {
    for (int turn = 0; turn < 100; turn++) {
      turn(worker, 1);
      if (catalog.tableExists(TableIdentifier.parse(TABLE)) && rows(TABLE).size() >= wanted) {
        return;
      }
    }
    throw new AssertionError("no rows");
  }

  private void produce(int records) {
    while (recordCount() < records) {
      cluster.produce(random);
    }
  }

  private int recordCount() {
    return cluster.sources().stream().mapToInt(source -> cluster.records(source).size()).sum();
  }

  private static List<String> offsets(List<Record> rows) {
    return rows.stream()
        .map(row -> row.getField("_kafka_partition") + ":" + row.getField("_kafka_offset"))
        .sorted()
        .toList();
  }

  private List<String> expectedOffsets() {
    return cluster.sources().stream()
        .flatMap(
            source ->
                cluster.records(source).stream().map(offset -> source.partition() + ":" + offset))
        .sorted()
        .toList();
  }

  private static SourcePartition source(int partition) {
    return new SourcePartition(ModelCluster.TOPIC, partition);
  }

  private ModelWorker worker(LongFunction<@Nullable Object> values, Map<String, String> more) {
    NumberedFormat format = new NumberedFormat(registry);
    formats.add(format);
    PipelineContext.Time time = new PipelineContext.Time(clock::get, UUID::randomUUID);
    TidewaterSinkTask task =
        new TidewaterSinkTask(
            (options, context) ->
                TaskParts.of(
                    options,
                    context,
                    new Surroundings(
                        cluster,
                        new Tables(catalog),
                        values(format),
                        Runnable::run,
                        time,
                        attempts -> {},
                        List.of())));
    return new ModelWorker(task, cluster, new HashMap<>(), configuration(more), random, values);
  }

  private static Map<String, String> configuration(Map<String, String> more) {
    Map<String, String> configuration = new TreeMap<>();
    configuration.put("name", "orders");
    configuration.put("topics", ModelCluster.TOPIC);
    configuration.put("iceberg.catalog.type", "rest");
    configuration.put("iceberg.kafka.bootstrap.servers", "unused:9092");
    configuration.put("iceberg.control.commit.interval-ms", "100");
    configuration.put("tidewater.value.format", "avro");
    configuration.put("tidewater.registry.url", "http://unused:8081");
    configuration.put("tidewater.commit.records", "12");
    configuration.put("task.id", "orders-0");
    configuration.putAll(more);
    return configuration;
  }

  private static TopicFormats values(PayloadFormat format) {
    return new TopicFormats() {
      @Override
      public Optional<PayloadFormat> values(String topic) {
        return Optional.of(format);
      }

      @Override
      public Optional<PayloadFormat> keys(String topic) {
        return Optional.empty();
      }
    };
  }

  private List<Record> rows(String table) throws IOException {
    List<Record> found = new ArrayList<>();
    try (CloseableIterable<Record> rows =
        IcebergGenerics.read(catalog.loadTable(TableIdentifier.parse(table))).build()) {
      rows.forEach(found::add);
    }
    found.sort(Comparator.comparing(row -> (Long) row.getField("_kafka_offset")));
    return found;
  }
}
