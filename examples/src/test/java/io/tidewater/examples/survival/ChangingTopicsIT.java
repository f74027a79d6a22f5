/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidewater.testing.connect.Connector;
import io.tidewater.testing.connect.RunState;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Topics and consumer groups are deleted, truncated and created anew under the sink's hands. */
@ExtendWith(SharedServers.class)
class ChangingTopicsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int SOME = 2_000;

  private static Servers servers;

  @BeforeAll
  static void use(Servers shared) {
    servers = shared;
  }

  @Test
  void goesOnFromTheTableWhenTheConsumerGroupIsGone() {
    String topic = "changing.group";
    servers.topics().create(topic, 2);
    try (RecordFlow flow = servers.flow(topic).send(SOME)) {
      Connector connector = servers.connect(topic, topic, Map.of());
      awaitRows(topic, SOME);
      connector.stop();
      connector.awaitStopped();
      flow.send(SOME);
      await()
          .atMost(PATIENCE)
          .ignoreExceptions()
          .until(
              () -> {
                servers.topics().deleteConsumerGroup("connect-" + topic);
                return true;
              });
      connector.resume();
      connector.awaitRunning();
      flow.send(SOME);
      servers.requireExact(topic);
      connector.delete();
    }
  }

  @Test
  void stopsAtATopicThatWasCreatedAnew() {
    String topic = "changing.recreated";
    servers.topics().create(topic, 2);
    Connector connector = servers.connect(topic, topic, Map.of());
    try (RecordFlow flow = servers.flow(topic).send(SOME)) {
      awaitRows(topic, SOME);
      recreate(topic, 2);
      flow.send(2 * SOME);
      String failure = connector.awaitFailed();
      assertThat(failure)
          .contains(
              "table " + topic,
              "deleted and created anew",
              "tidewater.on-topic-recreated=continue");
      assertThat(servers.table(topic).rows()).isEqualTo(SOME);
      connector.restartFailed();
      connector.awaitFailed();
      assertThat(servers.table(topic).rows()).isEqualTo(SOME);
      connector.delete();
    }
  }

  @Test
  void takesATopicThatWasCreatedAnewWhereThatIsWanted() {
    String topic = "changing.continued";
    servers.topics().create(topic, 2);
    ForeignTable table = servers.table(topic);
    Connector connector =
        servers.connect(topic, topic, Map.of("tidewater.on-topic-recreated", "continue"));
    try (RecordFlow flow = servers.flow(topic).send(SOME)) {
      awaitRows(topic, SOME);
      recreate(topic, 2);
      flow.send(SOME / 2);
      awaitRows(topic, SOME + SOME / 2);
      table.rewrite();
      table.expireAllButLast();
      flow.send(SOME / 4);
      awaitRows(topic, SOME + SOME / 2 + SOME / 4);
      assertThat(table.occurrences("number"))
          .hasSize((int) flow.sent())
          .allSatisfy((number, times) -> assertThat(times).isEqualTo(1));
      connector.delete();
    }
  }

  @Test
  void stopsWhereRecordsWereDeletedUnread() {
    String topic = "changing.truncated";
    servers.topics().create(topic, 1);
    Connector connector = servers.connect(topic, topic, Map.of());
    try (RecordFlow flow = servers.flow(topic).send(SOME)) {
      awaitRows(topic, SOME);
      connector.stop();
      connector.awaitStopped();
      flow.send(SOME);
      servers.topics().deleteRecordsBefore(topic, 0, SOME + 500);
      connector.resume();
      assertThat(connector.awaitFailed())
          .contains(
              "table " + topic,
              topic + "-0",
              "500 offsets were deleted before they were read",
              "tidewater.on-log-truncated=continue");
      assertThat(servers.table(topic).rows()).isEqualTo(SOME);
      Map<String, String> configuration = connector.configuration();
      configuration.put("tidewater.on-log-truncated", "continue");
      connector.configure(configuration);
      awaitRows(topic, 2L * SOME - 500);
      servers.requireExact(topic);
      connector.delete();
    }
  }

  @Test
  void followsTasksThatComeAndGo() {
    String topic = "changing.tasks";
    servers.topics().create(topic, 4);
    try (RecordFlow flow = servers.flow(topic).begin()) {
      Connector connector = servers.connect(topic, topic, Map.of());
      Map<String, String> configuration = connector.configuration();
      for (String tasks : new String[] {"4", "2"}) {
        configuration.put("tasks.max", tasks);
        connector.configure(configuration);
        connector.awaitStatus(
            tasks + " tasks",
            status -> status.isRunning() && status.tasks().size() == Integer.parseInt(tasks));
        awaitMoreRows(topic);
      }
      connector.pause();
      connector.awaitStatus(
          "paused",
          status -> status.tasks().stream().allMatch(task -> task.state() == RunState.PAUSED));
      connector.resume();
      awaitMoreRows(topic);
      connector.delete();
      await().atMost(PATIENCE).until(() -> !servers.worker().rest().connectors().contains(topic));
      Connector again = servers.connect(topic, topic, Map.of("tasks.max", "3"));
      awaitMoreRows(topic);
      flow.end();
      servers.requireExact(topic);
      again.delete();
    }
  }

  private static void recreate(String topic, int partitions) {
    servers.topics().delete(topic);
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> servers.topics().create(topic, partitions) != null);
  }

  private static void awaitRows(String table, long rows) {
    await().atMost(PATIENCE).until(() -> servers.table(table).rows() >= rows);
    assertThat(servers.table(table).rows()).isEqualTo(rows);
  }

  private static void awaitMoreRows(String table) {
    long before = servers.table(table).rows();
    await().atMost(PATIENCE).until(() -> servers.table(table).rows() > before);
  }
}
