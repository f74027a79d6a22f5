/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidewater.connector.DeadLetterRedrive;
import io.tidewater.connector.redrive.RedriveRequest;
import io.tidewater.connector.redrive.RedriveRequest.Mode;
import io.tidewater.connector.redrive.RedriveResult;
import io.tidewater.connector.redrive.Selection;
import io.tidewater.examples.verify.Verification;
import io.tidewater.testing.connect.ConnectWorker;
import io.tidewater.testing.connect.Connector;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bad records in a table of their own: each once, and back in their table after the fix. */
@ExtendWith(SharedServers.class)
class DeadLettersIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String BAD = "{\"number\":\"none\",\"text\":\"bad\"}";
  private static final int KILLS = 4;

  private static Servers servers;

  @BeforeAll
  static void use(Servers shared) {
    servers = shared;
  }

  @Test
  void keepsPoisonAsideOnceWhileWorkersAreKilledAndRedrivesItAfterTheFix() {
    long seed = new Random().nextLong();
    System.out.println("seed of the kills: " + seed);
    Random random = new Random(seed);
    String topic = "letters.poison";
    servers.topics().create(topic, 2);
    Map<String, String> configuration = new TreeMap<>(servers.configuration(topic));
    configuration.put("tidewater.dead-letters", "table");
    try (ConnectWorker worker = servers.startWorker("deadletters", "deadletters");
        RecordFlow flow = servers.flow(topic)) {
      Connector connector = worker.rest().create(topic, configuration);
      connector.awaitRunning();
      // Good ones alone tell the column's type; of a bad one among them it would be text.
      flow.send(20);
      servers.requireExact(topic);
      int bad = 0;
      for (int kill = 0; kill < KILLS; kill++) {
        for (int position = 0; position < 20; position++) {
          flow.send(position).send(BAD).send(20 - position);
          bad++;
        }
        pause(random.nextInt(1_500));
        worker.kill();
        worker.restart();
      }
      flow.end();
      connector.awaitStatus("running again", status -> status.isRunning());
      servers.requireExact(topic);
      Verification verification = servers.compare(topic);
      assertThat(verification.summary())
          .isEqualTo("rows=%d missing=0 duplicates=0 dead-letters=%d".formatted(flow.sent(), bad));
      assertThat(servers.table(topic + "__dead_letters").rows()).isEqualTo(bad);
      connector.delete();

      configuration.put("name", topic);
      assertThat(redrive(configuration, topic, Mode.DRY_RUN).stillBad()).isEqualTo(bad);
      servers.table(topic).makeText("number");
      RedriveResult redriven = redrive(configuration, topic, Mode.APPLY);
      assertThat(redriven.redriven()).isEqualTo(bad);
      assertThat(redrive(configuration, topic, Mode.APPLY).all()).isZero();
      assertThat(servers.compare(topic).summary())
          .isEqualTo("rows=%d missing=0 duplicates=0".formatted(flow.sent() + bad));
    }
  }

  @Test
  void suspendsATableWithTooManyBadRecordsAndNoOther() {
    servers.topics().create("letters.flooded", 1);
    servers.topics().create("letters.calm", 1);
    Connector connector =
        servers.connect(
            "limit",
            "letters.flooded,letters.calm",
            Map.of(
                "tidewater.dead-letters", "table",
                "tidewater.dead-letters.limit.records", "10"));
    try (RecordFlow flooded = servers.flow("letters.flooded");
        RecordFlow calm = servers.flow("letters.calm")) {
      flooded.send(20);
      calm.send(20);
      servers.requireExact("letters.flooded");
      for (int bad = 0; bad < 30; bad++) {
        flooded.send(BAD);
      }
      await().atMost(PATIENCE).until(DeadLettersIT::suspended);
      calm.send(20);
    }
    servers.requireExact("letters.calm");
    connector.awaitRunning();
    Verification verification = servers.compare("letters.flooded");
    assertThat(verification.comparison().duplicates()).isZero();
    assertThat(verification.comparison().deadLetters()).isLessThan(10);
    connector.delete();
  }

  private static boolean suspended() throws IOException {
    return Files.readString(servers.worker().process().log())
        .contains("suspended table=letters.flooded: 10 of 30 records");
  }

  private static RedriveResult redrive(Map<String, String> configuration, String table, Mode mode) {
    try (DeadLetterRedrive redrive = DeadLetterRedrive.of(configuration)) {
      RedriveResult result =
          redrive.run(RedriveRequest.of(table, Selection.ALL, Long.MAX_VALUE, mode), looked -> {});
      System.out.println(result);
      return result;
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
