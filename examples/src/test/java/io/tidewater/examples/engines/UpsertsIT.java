/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.engines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.data.Record;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Iceberg's own reader, Spark and Trino see the latest row of each key, and no other. */
@ExtendWith(SharedEngines.class)
class UpsertsIT {
  private static final long OLD = 3;
  private static final long NEW = 1L << 40;

  private static Engines engines;

  @BeforeAll
  static void useServers(Engines shared) {
    engines = shared;
  }

  @ParameterizedTest
  @CsvSource({"2, _kafka_key", "3, _kafka_key", "3, id"})
  void holdTheLatestRowOfEachKey(int formatVersion, String key) {
    String topic = "lake.latest_" + key + formatVersion;
    engines.sink().topics().create(topic, 2);
    Map<String, String> options = new TreeMap<>();
    options.put("topics", topic);
    options.put("tidewater.format-version", Integer.toString(formatVersion));
    options.put("tidewater.write.mode", "upsert");
    options.put("iceberg.tables.default-id-columns", key);
    engines.sink().create(topic, options);
    Shipment.OLD.send(engines.sink().records(), topic, 0, 10);
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .until(() -> engines.sink().tables().rows(topic).size() == 10);

    // Committed rows are replaced, some of them twice, and rows that come with those.
    Shipment.NEW.send(engines.sink().records(), topic, 2, 4);
    Shipment.OLD.send(engines.sink().records(), topic, 5, 1);
    Shipment.OLD.send(engines.sink().records(), topic, 10, 2);
    Shipment.NEW.send(engines.sink().records(), topic, 10, 1);
    bury(topic, 2);
    bury(topic, 7);
    bury(topic, 11);
    Shipment.NEW.send(engines.sink().records(), topic, 7, 1);

    Map<Long, Long> latest = new TreeMap<>();
    List.of(0L, 1L, 5L, 6L, 8L, 9L).forEach(id -> latest.put(id, OLD));
    List.of(3L, 4L, 7L, 10L).forEach(id -> latest.put(id, NEW));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(read(topic)).isEqualTo(latest));
    String sql = "select id, quantity from ice.%s".formatted(topic);
    engines
        .both()
        .forEach(
            (engine, query) -> {
              List<Object> ids = query.apply(sql).column("id");
              assertThat(ids).as(engine).hasSize(latest.size());
              Map<Long, Long> found = new TreeMap<>();
              query
                  .apply(sql)
                  .rows()
                  .forEach(row -> found.put(number(row.get(0)), number(row.get(1))));
              assertThat(found).as(engine).isEqualTo(latest);
            });
  }

  private static Map<Long, Long> read(String topic) {
    Map<Long, Long> found = new HashMap<>();
    for (Record row : engines.sink().tables().rows(topic)) {
      assertThat(found.put(number(row.getField("id")), number(row.getField("quantity")))).isNull();
    }
    return found;
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }

  private static void bury(String topic, long id) {
    engines
        .sink()
        .records()
        .send(new ProducerRecord<>(topic, (int) (id % 2), ("k" + id).getBytes(UTF_8), null));
  }
}
