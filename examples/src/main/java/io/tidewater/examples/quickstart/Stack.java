/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.quickstart;

import io.tidewater.testing.connect.ConnectWorker;
import io.tidewater.testing.connect.Connector;
import io.tidewater.testing.connect.WorkerSettings;
import io.tidewater.testing.kafka.BrokerSettings;
import io.tidewater.testing.kafka.KafkaBroker;
import io.tidewater.testing.kafka.Topics;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Properties;

/** The servers of the quickstart, each a process of its own; the latest stops first. */
final class Stack implements AutoCloseable {
  private static final int PARTITIONS = 6;
  private static final int WORKER_MEGABYTES = 512;

  private final Path home;
  private final Path folder;
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private boolean closed;

  /**
   * No server yet.
   *
   * @param home Tidewater's folder, with the connector and the catalog built
   * @param folder where the servers keep their data and logs
   */
  Stack(Path home, Path folder) {
    this.home = home;
    this.folder = folder;
  }

  /** The topic that the connector's file names, whose table has the same name. */
  String topic() {
    return ConnectorFile.parse(ConfigurationFile.text(file("connector.json"))).topic();
  }

  KafkaBroker startBroker(String topic) {
    KafkaBroker broker =
        stopLater(
            KafkaBroker.start(BrokerSettings.in(folder.resolve("kafka")).withHeapMegabytes(512)));
    try (Topics topics = broker.topics()) {
      topics.create(topic, PARTITIONS);
    }
    return broker;
  }

  CatalogProcess startCatalog() {
    return stopLater(CatalogProcess.start(home, folder.resolve("catalog")));
  }

  /** A distributed worker with the properties that a user copies, the plugin on its path. */
  ConnectWorker startWorker(KafkaBroker broker) {
    Path plugins = home.resolve("connector/target/plugin");
    Properties properties =
        parse(
            ConfigurationFile.read(
                file("worker.properties"),
                Map.of(
                    "KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                    "PLUGIN_PATH", plugins.toString())));
    WorkerSettings settings =
        WorkerSettings.in(
                folder.resolve("connect"),
                broker.bootstrapServers(),
                properties.getProperty("group.id"))
            .withPluginPath(plugins)
            .withHeapMegabytes(WORKER_MEGABYTES);
    for (String key : properties.stringPropertyNames()) {
      settings = settings.withProperty(key, properties.getProperty(key));
    }
    return stopLater(ConnectWorker.start(settings));
  }

  /** Creates the connector of the file that a user copies, and waits until its tasks run. */
  Connector createConnector(ConnectWorker worker, Map<String, String> variables) {
    ConnectorFile file =
        ConnectorFile.parse(ConfigurationFile.read(file("connector.json"), variables));
    Connector connector = worker.rest().create(file.name(), file.config());
    connector.awaitRunning();
    return connector;
  }

  @Override
  public synchronized void close() {
    closed = true;
    while (!running.isEmpty()) {
      stop(running.removeLast());
    }
  }

  private Path file(String name) {
    return home.resolve("examples/quickstart").resolve(name);
  }

  /** A server that came up while the rest was being stopped must not stay. */
  private synchronized <T extends AutoCloseable> T stopLater(T server) {
    if (closed) {
      stop(server);
      throw new IllegalStateException("the quickstart is being stopped");
    }
    running.addLast(server);
    return server;
  }

  private static void stop(AutoCloseable server) {
    try {
      server.close();
    } catch (Exception e) {
      throw new IllegalStateException("cannot stop " + server, e);
    }
  }

  private static Properties parse(String text) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
