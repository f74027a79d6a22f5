/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.testing.connect.Connector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.iceberg.data.Record;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Records find their tables: by topic, by rule, by what they say themselves. */
@ExtendWith(SharedSinkServers.class)
class RoutingIT {
  private static final Schema EVENT =
      SchemaBuilder.struct()
          .field("id", Schema.INT32_SCHEMA)
          .field("goes_to", Schema.OPTIONAL_STRING_SCHEMA)
          .build();

  private static SinkServers servers;

  @BeforeAll
  static void useServers(SinkServers shared) {
    servers = shared;
  }

  @Test
  void readsTopicsAndPartitionsThatAppearWhileItRuns() {
    servers.topics().create("fleet.trucks", 1);
    send("fleet.trucks", 0, null, 3);
    servers.create(
        "fleet",
        Map.of(
            "topics.regex", "fleet\\..*",
            "tasks.max", "2",
            "consumer.override.metadata.max.age.ms", "500",
            "tidewater.table.template", "lake.road.${topic.flat}"));
    servers.awaitHolds("fleet.trucks", "lake.road.fleet_trucks");

    servers.topics().addPartitions("fleet.trucks", 3);
    servers.topics().create("fleet.Bike-Shops", 2);
    for (int partition = 0; partition < 3; partition++) {
      send("fleet.trucks", partition, null, 4);
      send("fleet.Bike-Shops", partition % 2, null, 2);
    }

    servers.awaitHolds("fleet.trucks", "lake.road.fleet_trucks");
    servers.awaitHolds("fleet.Bike-Shops", "lake.road.fleet_bike_shops");
    assertThat(servers.tables().rows("lake.road.fleet_trucks")).hasSize(15);
    assertThat(servers.tables().load("lake.road.fleet_trucks").schema().findField("_kafka_topic"))
        .isNull();
  }

  @Test
  void sendsSeveralTopicsToOneTable() {
    List<String> topics = List.of("eu.visits", "us.visits");
    topics.forEach(topic -> servers.topics().create(topic, 2));
    servers.create(
        "visits",
        Map.of(
            "topics", "eu.visits,us.visits",
            "tasks.max", "2",
            "tidewater.table.override.1.regex", "(?<region>eu|us)\\.(.*)",
            "tidewater.table.override.1.table", "lake.all_${2}"));
    for (String topic : topics) {
      send(topic, 0, null, 5);
      send(topic, 1, null, 3);
    }

    for (String topic : topics) {
      servers.awaitHolds(topic, "lake.all_visits");
    }
    assertThat(servers.tables().rows("lake.all_visits"))
        .hasSize(16)
        .extracting(row -> row.getField("_kafka_topic"))
        .containsOnly("eu.visits", "us.visits");
  }

  @Test
  void sendsRecordsToTheTablesThatTheyName() {
    servers.topics().create("mixed", 1);
    Connector connector =
        servers.create(
            "mixed",
            Map.of(
                "topics", "mixed",
                "iceberg.tables.dynamic-enabled", "true",
                "iceberg.tables.route-field", "goes_to",
                "iceberg.tables.auto-create-enabled", "true",
                "iceberg.tables.evolve-schema-enabled", "true"));
    send("mixed", 0, "lake.Left", 3);
    send("mixed", 0, "lake.right", 2);
    assertThat(offsets("lake.left", 3)).containsExactly(0L, 1L, 2L);
    assertThat(offsets("lake.right", 2)).containsExactly(3L, 4L);

    connector.restart();
    connector.awaitRunning();
    send("mixed", 0, "lake.left", 1);
    send("mixed", 0, "lake.third", 1);
    send("mixed", 0, "lake.right", 1);

    assertThat(offsets("lake.right", 3)).containsExactly(3L, 4L, 7L);
    assertThat(offsets("lake.third", 1)).containsExactly(6L);
    assertThat(offsets("lake.left", 4)).containsExactly(0L, 1L, 2L, 5L);
  }

  @Test
  void sendsRecordsToListedTablesByRegex() {
    servers.topics().create("logs", 1);
    Map<String, String> options = new TreeMap<>();
    options.put("topics", "logs");
    options.put("iceberg.tables", "lake.faults,lake.every");
    options.put("iceberg.tables.route-field", "goes_to");
    options.put("iceberg.table.lake.faults.route-regex", "error|fatal");
    options.put("iceberg.table.lake.every.route-regex", "error|fatal|notice");
    options.put("iceberg.tables.auto-create-enabled", "true");
    options.put("tidewater.on-unrouted", "skip");
    servers.create("logs", options);
    for (String level : List.of("notice", "error", "chatter", "fatal")) {
      send("logs", 0, level, 1);
    }

    assertThat(offsets("lake.every", 3)).containsExactly(0L, 1L, 3L);
    assertThat(offsets("lake.faults", 2)).containsExactly(1L, 3L);
  }

  private static void send(String topic, int partition, String goesTo, int count) {
    LongStream.range(0, count)
        .forEach(
            id ->
                servers
                    .records()
                    .struct(
                        topic,
                        partition,
                        new Struct(EVENT).put("id", (int) id).put("goes_to", goesTo)));
  }

  private static List<Object> offsets(String table, int rows) {
    List<Object> offsets = new ArrayList<>();
    for (Record row : servers.tables().await(table, rows)) {
      offsets.add(row.getField("_kafka_offset"));
    }
    return offsets;
  }
}
