/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidewater.testing.connect.Connector;
import io.tidewater.testing.registry.WireFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.iceberg.data.Record;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad bytes at every position of a batch, with dead letters and without. */
@ExtendWith(SharedFormatServers.class)
class PoisonRecordsIT {
  private static final int BATCH = 9;
  private static final String NUMBER =
      "{\"type\":\"record\",\"name\":\"Number\",\"fields\":[{\"name\":\"n\",\"type\":\"long\"}]}";
  private static final Map<String, Set<Integer>> POSITIONS =
      Map.of(
          "first", Set.of(0),
          "middle", Set.of(4),
          "last", Set.of(BATCH - 1),
          "some", Set.of(0, 1, 4, 8),
          "all", IntStream.range(0, BATCH).boxed().collect(Collectors.toSet()));

  private static FormatServers servers;

  @BeforeAll
  static void use(FormatServers shared) {
    servers = shared;
  }

  @ParameterizedTest
  @ValueSource(strings = {"first", "middle", "last", "some", "all"})
  void setsPoisonAside(String positions) {
    String topic = "poison.aside_" + positions;
    fill(topic, POSITIONS.get(positions));
    String letters = "poison.letters_" + positions;
    servers.sink().topics().create(letters, 1);
    Connector connector =
        servers.create(
            topic,
            "avro",
            Map.of(
                "errors.tolerance", "all",
                "errors.deadletterqueue.topic.name", letters,
                "errors.deadletterqueue.topic.replication.factor", "1"));
    int good = 2 * BATCH - POSITIONS.get(positions).size();

    assertThat(servers.sink().tables().await(topic, good)).hasSize(good);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                servers.sink().topics().endOffsets(letters).get(0)
                    == POSITIONS.get(positions).size());
    connector.delete();
  }

  @ParameterizedTest
  @ValueSource(strings = {"first", "middle", "last", "some", "all"})
  void stopsBeforePoisonAndKeepsWhatCameBefore(String positions) throws IOException {
    String topic = "poison.stop_" + positions;
    fill(topic, POSITIONS.get(positions));
    int firstBad = POSITIONS.get(positions).stream().min(Integer::compare).orElseThrow();
    Connector connector =
        servers
            .sink()
            .rest()
            .create(
                topic,
                servers
                    .sink()
                    .options(
                        FormatServers.options(
                            topic, "avro", servers.registry().url().toString(), Map.of())));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                Files.readString(servers.sink().worker().process().log())
                    .contains(
                        "record at offset "
                            + firstBad
                            + " of "
                            + topic
                            + "-0 was rejected for table "
                            + topic));
    if (firstBad > 0) {
      List<Record> rows = servers.sink().tables().await(topic, firstBad);
      assertThat(rows).hasSize(firstBad);
    }
    connector.delete();
  }

  /** Two batches: the first with poison, of several kinds, the second without. */
  private static void fill(String topic, Set<Integer> poison) {
    servers.sink().topics().create(topic, 1);
    int id = servers.producer().registerAvro(topic + "-value", NUMBER);
    for (int number = 0; number < 2 * BATCH; number++) {
      if (poison.contains(number)) {
        servers.sink().records().send(new ProducerRecord<>(topic, 0, null, poison(number, id)));
      } else {
        servers.send(topic, 0, id, new Payload().zigzag(number).bytes());
      }
    }
  }

  private static byte[] poison(int number, int id) {
    return switch (number % 4) {
      case 0 -> new byte[0];
      case 1 -> new byte[] {'{', '}', 0, 0, 0, 0, 0};
      case 2 -> WireFormat.frame(id, new byte[0]);
      default -> WireFormat.frame(id, new byte[] {-1, -1});
    };
  }
}
