/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.soak;

import io.tidewater.examples.quickstart.CatalogProcess;
import io.tidewater.testing.connect.ConnectWorker;
import io.tidewater.testing.connect.WorkerSettings;
import io.tidewater.testing.jars.ProjectHome;
import io.tidewater.testing.kafka.BrokerSettings;
import io.tidewater.testing.kafka.KafkaBroker;
import io.tidewater.testing.kafka.Topics;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/** A broker, the catalog, a Connect worker and the compaction service, each a process. */
final class SoakServers implements AutoCloseable {
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final KafkaBroker broker;
  private final Topics topics;
  private final CatalogProcess catalog;
  private final ConnectWorker worker;
  private final CompactionProcess service;

  SoakServers(Path folder) {
    Path home = ProjectHome.find();
    try {
      broker =
          stopLater(
              KafkaBroker.start(
                  BrokerSettings.in(folder.resolve("kafka"))
                      .withProperty("auto.create.topics.enable", "false")
                      .withProperty("group.min.session.timeout.ms", "500")));
      topics = stopLater(broker.topics());
      catalog = stopLater(CatalogProcess.start(home, folder.resolve("catalog")));
      worker =
          stopLater(
              ConnectWorker.start(
                  WorkerSettings.in(folder.resolve("connect"), broker.bootstrapServers(), "soak")
                      .withPluginPath(home.resolve("connector/target/plugin"))
                      .withProperty("session.timeout.ms", "4000")
                      .withProperty("heartbeat.interval.ms", "1000")
                      .withProperty("rebalance.timeout.ms", "4000")));
      service =
          stopLater(
              CompactionProcess.start(
                  home, folder.resolve("compaction"), Aggressive.settings(catalog.uri())));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  String bootstrapServers() {
    return broker.bootstrapServers();
  }

  String catalogUri() {
    return catalog.uri();
  }

  Topics topics() {
    return topics;
  }

  ConnectWorker worker() {
    return worker;
  }

  CompactionProcess service() {
    return service;
  }

  /** Brings a topic into the table of its name, by two tasks. */
  void connect(String topic, Map<String, String> more) {
    Map<String, String> options = new TreeMap<>();
    options.put("connector.class", "io.tidewater.connector.TidewaterSinkConnector");
    options.put("topics", topic);
    options.put("tasks.max", "2");
    options.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
    options.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
    options.put("value.converter.schemas.enable", "false");
    options.put("iceberg.catalog.type", "rest");
    options.put("iceberg.catalog.uri", catalog.uri());
    options.put("iceberg.control.commit.interval-ms", "700");
    options.put("consumer.override.session.timeout.ms", "6000");
    options.put("consumer.override.heartbeat.interval.ms", "1000");
    options.putAll(more);
    worker.rest().create(topic, options).awaitRunning();
  }

  @Override
  public void close() {
    while (!running.isEmpty()) {
      try {
        running.removeLast().close();
      } catch (Exception e) {
        throw new IllegalStateException("cannot stop a server", e);
      }
    }
  }

  private <T extends AutoCloseable> T stopLater(T server) {
    running.addLast(server);
    return server;
  }
}
