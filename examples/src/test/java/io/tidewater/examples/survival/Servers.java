/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.examples.kafka.KafkaSettings;
import io.tidewater.examples.table.CatalogSettings;
import io.tidewater.examples.verify.Scope;
import io.tidewater.examples.verify.Verification;
import io.tidewater.examples.verify.Verifier;
import io.tidewater.testing.connect.ConnectWorker;
import io.tidewater.testing.connect.Connector;
import io.tidewater.testing.connect.WorkerSettings;
import io.tidewater.testing.jars.ProjectHome;
import io.tidewater.testing.kafka.BrokerSettings;
import io.tidewater.testing.kafka.KafkaBroker;
import io.tidewater.testing.kafka.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A broker, the catalog and a Connect worker with the plugin, for all tests of a run. */
final class Servers implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Path home = ProjectHome.find();
  private final Path folder;
  private final KafkaBroker broker;
  private final Topics topics;
  private final SurvivingCatalog catalog;
  private @Nullable ConnectWorker worker;

  Servers() {
    try {
      Path target = Files.createDirectories(home.resolve("examples/target/survival"));
      folder = Files.createTempDirectory(target, "run");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    broker =
        KafkaBroker.start(
            BrokerSettings.in(folder.resolve("kafka"))
                .withProperty("auto.create.topics.enable", "false")
                .withProperty("group.min.session.timeout.ms", "500"));
    topics = broker.topics();
    catalog = SurvivingCatalog.start(home, folder.resolve("catalog"));
  }

  KafkaBroker broker() {
    return broker;
  }

  Topics topics() {
    return topics;
  }

  SurvivingCatalog catalog() {
    return catalog;
  }

  /** The worker that tests share; not to be killed. */
  synchronized ConnectWorker worker() {
    if (worker == null) {
      worker = startWorker("shared", "shared");
    }
    return worker;
  }

  /** Starts a worker of its own, which the caller closes. */
  ConnectWorker startWorker(String name, String group) {
    return ConnectWorker.start(
        WorkerSettings.in(folder.resolve("worker-" + name), broker.bootstrapServers(), group)
            .withPluginPath(home.resolve("connector/target/plugin"))
            .withProperty("session.timeout.ms", "4000")
            .withProperty("heartbeat.interval.ms", "1000")
            .withProperty("rebalance.timeout.ms", "4000")
            .withProperty("value.converter.schemas.enable", "false"));
  }

  /** What a connector needs to bring a topic into the table of the same name. */
  Map<String, String> configuration(String topic) {
    Map<String, String> configuration = new TreeMap<>();
    configuration.put("connector.class", "io.tidewater.connector.TidewaterSinkConnector");
    configuration.put("topics", topic);
    configuration.put("tasks.max", "1");
    configuration.put("iceberg.catalog.type", "rest");
    configuration.put("iceberg.catalog.uri", catalog.uri());
    configuration.put("iceberg.control.commit.interval-ms", "300");
    configuration.put("consumer.override.session.timeout.ms", "3000");
    configuration.put("consumer.override.heartbeat.interval.ms", "500");
    configuration.put("consumer.override.metadata.max.age.ms", "1000");
    // Connect commits the offsets of a revoked partition for so long, though its topic is gone.
    configuration.put("consumer.override.default.api.timeout.ms", "5000");
    return configuration;
  }

  /** A connector on the shared worker, with some properties of its own. */
  Connector connect(String name, String topic, Map<String, String> properties) {
    Map<String, String> configuration = configuration(topic);
    configuration.putAll(properties);
    Connector connector = worker().rest().create(name, configuration);
    connector.awaitRunning();
    return connector;
  }

  /** Sends records to a topic. */
  RecordFlow flow(String topic) {
    return new RecordFlow(broker.bootstrapServers(), topic);
  }

  /** A table, as any Iceberg client sees it. */
  ForeignTable table(String name) {
    return new ForeignTable(catalogSettings(), name);
  }

  /** Compares a topic with the table of the same name as they are now. */
  Verification compare(String topic) {
    return verify(topic, Scope.EVERYTHING);
  }

  /** Requires that the table of a topic's name comes to hold each of its records once. */
  void requireExact(String topic) {
    Verification verification = verify(topic, Scope.EVERYTHING.waiting(PATIENCE));
    System.out.println(topic + ": " + verification.summary());
    assertThat(verification.comparison().missing()).as("missing in %s", topic).isZero();
    assertThat(verification.comparison().duplicates()).as("duplicates in %s", topic).isZero();
  }

  @Override
  public void close() {
    if (worker != null) {
      worker.close();
    }
    catalog.close();
    topics.close();
    broker.close();
  }

  private Verification verify(String topic, Scope scope) {
    return Verifier.silent(
            new KafkaSettings(broker.bootstrapServers(), Map.of()), catalogSettings())
        .verify(topic, topic, scope);
  }

  private CatalogSettings catalogSettings() {
    return new CatalogSettings(catalog.uri(), Map.of());
  }
}
