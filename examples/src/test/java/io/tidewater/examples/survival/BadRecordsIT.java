/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidewater.testing.connect.Connector;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A bad record concerns its own table and no other. */
@ExtendWith(SharedServers.class)
class BadRecordsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String BAD = "{\"number\":\"none\",\"text\":\"bad\"}";
  private static final int SOME = 500;

  private static Servers servers;

  @BeforeAll
  static void use(Servers shared) {
    servers = shared;
  }

  @Test
  void stopsTheTableOfABadRecordAndNoOther() throws IOException {
    List<String> topics = List.of("bad.one", "bad.two", "bad.three");
    topics.forEach(topic -> servers.topics().create(topic, 1));
    Connector connector =
        servers.connect("bad", String.join(",", topics), Map.of("errors.log.enable", "true"));
    topics.forEach(topic -> send(topic, SOME));
    topics.forEach(servers::requireExact);
    try (RecordFlow flow = servers.flow("bad.two")) {
      flow.send(BAD);
      flow.send(SOME);
    }
    for (int round = 0; round < 3; round++) {
      send("bad.one", SOME);
      send("bad.three", SOME);
      servers.requireExact("bad.one");
      servers.requireExact("bad.three");
    }
    connector.awaitRunning();
    assertThat(servers.table("bad.two").rows()).isEqualTo(SOME);
    assertThat(Files.readString(servers.worker().process().log()))
        .contains("stopped table=bad.two: record at offset 500 of bad.two-0 was rejected");
    connector.delete();
  }

  @Test
  void setsBadRecordsAsideWhereThatIsWanted() {
    String topic = "bad.tolerated";
    String deadLetters = "bad.letters";
    servers.topics().create(topic, 1);
    servers.topics().create(deadLetters, 1);
    Connector connector =
        servers.connect(
            topic,
            topic,
            Map.of(
                "errors.tolerance", "all",
                "errors.deadletterqueue.topic.name", deadLetters,
                "errors.deadletterqueue.topic.replication.factor", "1",
                "errors.deadletterqueue.context.headers.enable", "true"));
    try (RecordFlow flow = servers.flow(topic)) {
      flow.send(SOME).send(BAD).send(SOME);
    }
    await().atMost(PATIENCE).until(() -> servers.table(topic).rows() == 2 * SOME);
    connector.awaitRunning();
    assertThat(servers.topics().endOffsets(deadLetters)).containsEntry(0, 1L);
    assertThat(servers.compare(topic).summary()).isEqualTo("rows=1000 missing=1 duplicates=0");
    connector.delete();
  }

  private static void send(String topic, int count) {
    try (RecordFlow flow = servers.flow(topic)) {
      flow.send(count);
    }
  }
}
