/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.testing.registry.WireFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many topics, each with twenty versions of its schema that alternate record by record, on two
 * tasks. The number of topics is {@code -Dtidewater.versions.topics=1000}; without it few, since
 * each topic costs a table.
 */
class ManyVersionsIT {
  private static final int TOPICS = Integer.getInteger("tidewater.versions.topics", 20);
  private static final int VERSIONS = 20;
  private static final int RECORDS = 3 * VERSIONS;
  private static final Duration PATIENCE = Duration.ofMinutes(1).plusSeconds(4L * TOPICS);
  private static final long SEED = 20_261_121;

  @TempDir private static Path folder = Path.of("");

  @Test
  void keepsAllRowsAndEvolvesOnceForEachVersion() throws Exception {
    try (FormatServers servers =
        FormatServers.start(folder, worker -> worker.withHeapMegabytes(384 + 4 * TOPICS))) {
      servers
          .sink()
          .topics()
          .admin()
          .createTopics(topics().map(topic -> new NewTopic(topic, 2, (short) 1)).toList())
          .all()
          .get();
      List<Integer> ids = new ArrayList<>();
      for (int version = 1; version <= VERSIONS; version++) {
        ids.add(servers.producer().registerAvro("versions-value", schema(version)));
      }
      Random random = new Random(SEED);
      System.out.printf(
          "topics=%d versions=%d records=%d seed=%d%n", TOPICS, VERSIONS, RECORDS, SEED);
      Map<String, List<Integer>> sent = new TreeMap<>();
      for (String topic : (Iterable<String>) topics()::iterator) {
        sent.put(topic, send(servers, topic, ids, random));
      }
      long started = System.nanoTime();
      servers
          .sink()
          .create(
              "versions",
              Map.of(
                  "topics.regex", "versions\\..*",
                  "tasks.max", "2",
                  "value.converter", FormatServers.BYTES,
                  "tidewater.value.format", "avro",
                  "tidewater.registry.url", servers.registry().url().toString(),
                  "iceberg.control.commit.interval-ms", "10000"));
      awaitTables(servers);
      int schemas = 0;
      for (Map.Entry<String, List<Integer>> topic : sent.entrySet()) {
        schemas += requireComplete(servers, topic.getKey(), topic.getValue(), ids);
      }
      System.out.printf(
          "topics=%d rows=%d schemas=%d seconds=%d%n",
          TOPICS, (long) TOPICS * RECORDS, schemas, (System.nanoTime() - started) / 1_000_000_000);
    }
  }

  private static Stream<String> topics() {
    return IntStream.range(0, TOPICS).mapToObj(number -> "versions.t" + number);
  }

  private static String schema(int version) {
    String columns =
        IntStream.rangeClosed(1, version)
            .mapToObj(
                column ->
                    ",{\"name\":\"c%d\",\"type\":[\"null\",\"long\"],\"default\":null}"
                        .formatted(column))
            .collect(Collectors.joining());
    return """
        {"type":"record","name":"Row","fields":[{"name":"id","type":"long"}%s]}"""
        .formatted(columns);
  }

  /** Sends records whose versions alternate; returns the version of each number. */
  private static List<Integer> send(
      FormatServers servers, String topic, List<Integer> ids, Random random) {
    List<Integer> versions = new ArrayList<>();
    for (int number = 0; number < RECORDS; number++) {
      versions.add(1 + random.nextInt(VERSIONS));
    }
    List<ProducerRecord<byte[], byte[]>> batch = new ArrayList<>();
    for (int number = 0; number < RECORDS; number++) {
      int version = versions.get(number);
      Payload payload = new Payload().zigzag(number);
      for (int column = 1; column <= version; column++) {
        payload.zigzag(1).zigzag((long) number * column);
      }
      byte[] value = WireFormat.frame(ids.get(version - 1), payload.bytes());
      batch.add(new ProducerRecord<>(topic, number % 2, null, value));
    }
    servers.sink().records().sendAll(batch);
    return versions;
  }

  private static void awaitTables(FormatServers servers) {
    List<String> missing = new ArrayList<>(topics().toList());
    Awaitility.await("rows of all tables")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(2))
        .until(
            () -> {
              missing.removeIf(topic -> rowCount(servers, topic) == RECORDS);
              return missing.isEmpty();
            });
  }

  private static long rowCount(FormatServers servers, String topic) {
    TableIdentifier identifier = TableIdentifier.parse(topic);
    if (!servers.sink().tables().catalog().tableExists(identifier)) {
      return 0;
    }
    Snapshot head = servers.sink().tables().load(topic).currentSnapshot();
    return head == null ? 0 : Long.parseLong(head.summary().getOrDefault("total-records", "0"));
  }

  /** Checks each row of a table; returns how many schemas it has had. */
  private static int requireComplete(
      FormatServers servers, String topic, List<Integer> versions, List<Integer> ids)
      throws IOException {
    Table table = servers.sink().tables().load(topic);
    Map<Long, Record> rows = new TreeMap<>();
    try (CloseableIterable<Record> all = IcebergGenerics.read(table).build()) {
      all.forEach(row -> assertThat(rows.put((Long) row.getField("id"), row)).isNull());
    }
    assertThat(rows).as(topic).hasSize(RECORDS);
    for (int number = 0; number < RECORDS; number++) {
      Record row = rows.get((long) number);
      int version = versions.get(number);
      assertThat(row.getField("_kafka_schema_id")).isEqualTo(ids.get(version - 1));
      assertThat(row.getField("c" + version)).isEqualTo((long) number * version);
    }
    Collection<Integer> distinct = versions.stream().distinct().toList();
    assertThat(table.schemas()).as(topic).hasSizeLessThanOrEqualTo(distinct.size());
    return table.schemas().size();
  }
}
