/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.survival;

import static org.awaitility.Awaitility.await;

import io.tidewater.testing.connect.Connector;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The catalog or the broker is away for a while. */
@ExtendWith(SharedServers.class)
class OutagesIT {
  private static final String TOPIC = "outage.all";
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static Servers servers;
  private static RecordFlow flow;
  private static Connector connector;

  @BeforeAll
  static void connect(Servers shared) {
    servers = shared;
    servers.topics().create(TOPIC, 2);
    flow = servers.flow(TOPIC).begin();
    connector = servers.connect(TOPIC, TOPIC, Map.of("tasks.max", "2"));
    awaitMoreRows();
  }

  @AfterAll
  static void isExact() {
    flow.close();
    servers.requireExact(TOPIC);
    connector.awaitRunning();
    connector.delete();
  }

  @Test
  void outlivesACatalogThatWasKilled() {
    servers.catalog().kill();
    sleep(18_000);
    servers.catalog().restart();
    awaitMoreRows();
  }

  @Test
  void outlivesACatalogThatWasFrozen() {
    servers.catalog().process().suspend();
    sleep(10_000);
    servers.catalog().process().resume();
    awaitMoreRows();
  }

  @Test
  void outlivesABrokerThatWasKilled() {
    servers.broker().kill();
    sleep(3_000);
    servers.broker().restart();
    awaitMoreRows();
  }

  private static void awaitMoreRows() {
    long before = servers.table(TOPIC).rows();
    await().atMost(PATIENCE).until(() -> servers.table(TOPIC).rows() > before);
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
