/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.testing.connect.Connector;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.data.Record;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Transforms change, rename and drop records; where a row came from stays true. */
@ExtendWith(SharedSinkServers.class)
class TransformsIT {
  private static final String TRANSFORMS = "org.apache.kafka.connect.transforms.";
  private static final Duration CATCH_UP = Duration.ofSeconds(20);

  private static SinkServers servers;

  @BeforeAll
  static void useServers(SinkServers shared) {
    servers = shared;
  }

  @Test
  void keepsTheOriginalCoordinatesThroughAChain() {
    servers.topics().create("raw.clicks", 1);
    Map<String, String> options = dropping("clicks");
    options.put("topics", "raw.clicks");
    options.put("transforms", "drop,add,rename");
    options.put("transforms.add.type", TRANSFORMS + "InsertField$Value");
    options.put("transforms.add.static.field", "origin");
    options.put("transforms.add.static.value", "web");
    options.put("transforms.rename.type", TRANSFORMS + "RegexRouter");
    options.put("transforms.rename.regex", "raw\\.(.*)");
    options.put("transforms.rename.replacement", "lake.$1");
    Connector connector = servers.create("clicks", options);
    for (int id = 0; id < 6; id++) {
      click("raw.clicks", id, id % 2 == 1);
    }

    List<Record> rows = servers.tables().await("lake.clicks", 3);

    assertThat(rows).extracting(row -> row.getField("_kafka_topic")).containsOnly("raw.clicks");
    assertThat(rows).extracting(row -> row.getField("_kafka_offset")).containsExactly(0L, 2L, 4L);
    assertThat(rows).extracting(row -> row.getField("id")).containsExactly(0L, 2L, 4L);
    assertThat(rows).extracting(row -> row.getField("origin")).containsOnly("web");
    awaitNoLag("connect-clicks", "raw.clicks", 6);

    connector.restart();
    connector.awaitRunning();
    click("raw.clicks", 6, false);

    assertThat(servers.tables().await("lake.clicks", 4))
        .extracting(row -> row.getField("_kafka_offset"))
        .containsExactly(0L, 2L, 4L, 6L);
  }

  @Test
  void countsDroppedRecordsAsDealtWith() {
    servers.topics().create("raw.noise", 1);
    Map<String, String> options = dropping("noise");
    options.put("topics", "raw.noise");
    for (int id = 0; id < 5; id++) {
      click("raw.noise", id, true);
    }

    servers.create("noise", options);

    awaitNoLag("connect-noise", "raw.noise", 5);
  }

  private static Map<String, String> dropping(String name) {
    Map<String, String> options = new TreeMap<>();
    options.put("name", name);
    options.put("value.converter.schemas.enable", "false");
    options.put("transforms", "drop");
    options.put("transforms.drop.type", TRANSFORMS + "Filter");
    options.put("transforms.drop.predicate", "robot");
    options.put("predicates", "robot");
    options.put("predicates.robot.type", TRANSFORMS + "predicates.HasHeaderKey");
    options.put("predicates.robot.name", "robot");
    return options;
  }

  private static void click(String topic, int id, boolean byRobot) {
    byte[] value = "{\"id\": %d}".formatted(id).getBytes(UTF_8);
    ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, 0, null, value);
    if (byRobot) {
      record.headers().add("robot", new byte[] {'1'});
    }
    servers.records().send(record);
  }

  private static void awaitNoLag(String group, String topic, long end) {
    Awaitility.await()
        .atMost(CATCH_UP)
        .untilAsserted(
            () ->
                assertThat(servers.topics().committedOffsets(group, topic))
                    .isEqualTo(Map.of(0, end)));
  }
}
