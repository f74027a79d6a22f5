/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.engines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spark and Trino see the deletes that the sink makes of tombstones. */
@ExtendWith(SharedEngines.class)
class TombstonesIT {
  private static Engines engines;

  @BeforeAll
  static void useServers(Engines shared) {
    engines = shared;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void deleteEarlierRowsOfTheirKeyAndNoLaterOnes(int formatVersion) {
    String topic = "lake.buried" + formatVersion;
    engines.sink().topics().create(topic, 2);
    Map<String, String> options = new TreeMap<>();
    options.put("topics", topic);
    options.put("tidewater.format-version", Integer.toString(formatVersion));
    options.put("tidewater.tombstones", "delete");
    engines.sink().create(topic, options);
    Shipment.NEW.send(engines.sink().records(), topic, 0, 10);
    engines.sink().awaitHolds(topic, topic);

    // One of a committed row that comes again, one of a row of the same commit.
    bury(topic, 3);
    Shipment.NEW.send(engines.sink().records(), topic, 10, 4);
    bury(topic, 11);
    bury(topic, 4);
    Shipment.NEW.send(engines.sink().records(), topic, 3, 1);

    Long[] left =
        LongStream.range(0, 14).filter(id -> id != 4 && id != 11).boxed().toArray(Long[]::new);
    String sql = "select id from ice.%s order by id".formatted(topic);
    engines
        .both()
        .forEach(
            (engine, query) ->
                await()
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(
                        () ->
                            assertThat(query.apply(sql).column("id"))
                                .as(engine)
                                .extracting(id -> ((Number) id).longValue())
                                .containsExactly(left)));
  }

  private static void bury(String topic, long id) {
    engines
        .sink()
        .records()
        .send(new ProducerRecord<>(topic, (int) (id % 2), ("k" + id).getBytes(UTF_8), null));
  }
}
