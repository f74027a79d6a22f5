/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidewater.testing.connect.Connector;
import io.tidewater.testing.fault.CuttingProxy;
import io.tidewater.testing.fault.Fault;
import io.tidewater.testing.fault.FaultRule;
import io.tidewater.testing.fault.RequestLine;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Others commit to the sink's tables, and the sink's own commits get no answer. */
@ExtendWith(SharedServers.class)
class ForeignCommitsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static Servers servers;

  @BeforeAll
  static void use(Servers shared) {
    servers = shared;
  }

  @Test
  void staysExactWhenSnapshotsExpireAndFilesAreRewritten() {
    String topic = "foreign.maintained";
    servers.topics().create(topic, 2);
    ForeignTable table = servers.table(topic);
    try (RecordFlow flow = servers.flow(topic).begin()) {
      Connector connector = servers.connect(topic, topic, Map.of("tasks.max", "2"));
      for (int round = 0; round < 4; round++) {
        awaitMoreRows(table);
        table.rewrite();
        table.expireAllButLast();
        if (round % 2 == 1) {
          connector.restart();
        }
      }
      connector.stop();
      connector.awaitStopped();
      table.rewrite();
      table.expireAllButLast();
      assertThat(table.snapshots()).hasSize(1);
      connector.resume();
      awaitMoreRows(table);
      flow.end();
      servers.requireExact(topic);
      connector.delete();
    }
  }

  @Test
  void readsAgainWhatWasRolledBack() {
    String topic = "foreign.rolled_back";
    servers.topics().create(topic, 2);
    ForeignTable table = servers.table(topic);
    try (RecordFlow flow = servers.flow(topic).begin()) {
      Connector connector = servers.connect(topic, topic, Map.of("tasks.max", "2"));
      await().atMost(PATIENCE).until(() -> snapshotsOf(table).size() >= 4);
      table.rollBackTo(snapshotsOf(table).get(1));
      awaitMoreRows(table);
      connector.stop();
      connector.awaitStopped();
      List<Long> snapshots = snapshotsOf(table);
      table.rollBackTo(snapshots.get(0));
      connector.resume();
      awaitMoreRows(table);
      flow.end();
      servers.requireExact(topic);
      connector.delete();
    }
  }

  @Test
  void readsAgainWhatWasRolledBackWhileAllWasQuiet() {
    String topic = "foreign.rolled_back_in_quiet";
    servers.topics().create(topic, 2);
    ForeignTable table = servers.table(topic);
    try (RecordFlow flow = servers.flow(topic)) {
      Connector connector = servers.connect(topic, topic, Map.of("tasks.max", "2"));
      flow.send(1_000);
      await().atMost(PATIENCE).until(() -> table.rows() >= 1_000);
      flow.send(1_000);
      servers.requireExact(topic);
      table.rollBackTo(snapshotsOf(table).get(0));
      servers.requireExact(topic);
      connector.delete();
    }
  }

  @Test
  void fillsATableAgainThatWasDropped() {
    String topic = "foreign.dropped";
    servers.topics().create(topic, 2);
    ForeignTable table = servers.table(topic);
    try (RecordFlow flow = servers.flow(topic).begin()) {
      Connector connector = servers.connect(topic, topic, Map.of("tasks.max", "2"));
      awaitMoreRows(table);
      table.drop();
      awaitMoreRows(table);
      flow.end();
      servers.requireExact(topic);
      connector.delete();
    }
  }

  @Test
  void sharesATableWithAnotherConnector() {
    String topic = "foreign.shared";
    servers.topics().create(topic, 2);
    ForeignTable table = servers.table(topic);
    try (RecordFlow flow = servers.flow(topic).begin()) {
      Connector one = servers.connect(topic + "-1", topic, Map.of());
      Connector other = servers.connect(topic + "-2", topic, Map.of());
      for (int round = 0; round < 5; round++) {
        awaitMoreRows(table);
      }
      flow.end();
      servers.requireExact(topic);
      one.delete();
      other.delete();
    }
  }

  @Test
  void findsCommitsAgainWhoseAnswersWereLost() {
    String topic = "foreign.cut";
    long seed = new Random().nextLong();
    System.out.println("seed of the cuts: " + seed);
    servers.topics().create(topic, 2);
    try (CuttingProxy proxy = CuttingProxy.before(URI.create(servers.catalog().uri()));
        RecordFlow flow = servers.flow(topic).begin()) {
      Random random = new Random(seed);
      proxy.inject(
          FaultRule.sometimes(
              0.4, random, RequestLine.matching("POST", "/tables/cut$"), new Fault.CutAnswer()));
      proxy.inject(
          FaultRule.sometimes(
              0.1,
              random,
              RequestLine.matching("(POST|GET)", "/tables/cut"),
              new Fault.DropRequest()));
      Connector connector =
          servers.connect(
              topic,
              topic,
              Map.of("tasks.max", "2", "iceberg.catalog.uri", proxy.uri().toString()));
      await().atMost(PATIENCE).until(() -> proxy.faults().size() >= 15);
      flow.end();
      proxy.heal();
      servers.requireExact(topic);
      System.out.println(topic + ": answers cut: " + proxy.faults().size());
      connector.delete();
    }
  }

  private static List<Long> snapshotsOf(ForeignTable table) {
    return table.rows() == 0 ? List.of() : table.snapshots();
  }

  /** Waits for a commit by the sink. */
  private static void awaitMoreRows(ForeignTable table) {
    long before = table.rows();
    await().atMost(PATIENCE).until(() -> table.rows() > before);
  }
}
