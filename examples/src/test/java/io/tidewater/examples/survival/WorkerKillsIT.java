/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.testing.connect.ConnectWorker;
import io.tidewater.testing.connect.Connector;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Kills and freezes workers at random moments while records flow and partitions are added. */
@ExtendWith(SharedServers.class)
class WorkerKillsIT {
  private static final String TOPIC = "sea.kills";
  private static final int KILLS = 12;

  private static Servers servers;

  @BeforeAll
  static void use(Servers shared) {
    servers = shared;
  }

  @Test
  void killedWorkersLoseAndRepeatNothing() {
    long seed = new Random().nextLong();
    System.out.println("seed of the kills: " + seed);
    Random random = new Random(seed);
    servers.topics().create(TOPIC, 3);
    try (ConnectWorker first = servers.startWorker("first", "kills");
        RecordFlow flow = servers.flow(TOPIC)) {
      Map<String, String> configuration = new TreeMap<>(servers.configuration(TOPIC));
      configuration.put("tasks.max", "3");
      Connector connector = first.rest().create(TOPIC, configuration);
      connector.awaitRunning();
      flow.begin();
      killAndRestart(first, random, KILLS / 3);
      servers.topics().addPartitions(TOPIC, 5);
      try (ConnectWorker second = servers.startWorker("second", "kills")) {
        for (int kills = 0; kills < 2 * KILLS / 3; kills++) {
          ConnectWorker victim = random.nextBoolean() ? first : second;
          if (kills == KILLS / 3) {
            servers.topics().addPartitions(TOPIC, 6);
            freeze(victim, random);
          }
          killAndRestart(victim, random, 1);
        }
        flow.end();
        connector.awaitStatus("running again", status -> status.isRunning());
        servers.requireExact(TOPIC);
        assertThat(servers.table(TOPIC).rows()).isEqualTo(flow.sent());
      }
    }
  }

  private static void killAndRestart(ConnectWorker worker, Random random, int times) {
    for (int i = 0; i < times; i++) {
      sleep(500 + random.nextInt(3_000));
      worker.kill();
      worker.restart();
    }
  }

  /** Holds a worker still until others have its partitions: then it wakes as a zombie. */
  private static void freeze(ConnectWorker worker, Random random) {
    sleep(500 + random.nextInt(1_000));
    worker.process().suspend();
    sleep(8_000);
    worker.process().resume();
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
