/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.examples.kafka.KafkaSettings;
import io.tidewater.examples.quickstart.CatalogProcess;
import io.tidewater.examples.table.CatalogSettings;
import io.tidewater.examples.verify.Scope;
import io.tidewater.examples.verify.Verification;
import io.tidewater.examples.verify.VerificationReport;
import io.tidewater.examples.verify.Verifier;
import io.tidewater.testing.connect.ConnectRest;
import io.tidewater.testing.connect.ConnectWorker;
import io.tidewater.testing.connect.Connector;
import io.tidewater.testing.connect.WorkerSettings;
import io.tidewater.testing.jars.ProjectHome;
import io.tidewater.testing.kafka.BrokerSettings;
import io.tidewater.testing.kafka.KafkaBroker;
import io.tidewater.testing.kafka.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;

/** A broker, the catalog and a worker with the plugin, each a process; the latest stops first. */
public final class SinkServers implements AutoCloseable {
  private static final Duration CATCH_UP = Duration.ofSeconds(90);

  private final Path folder;
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final KafkaBroker broker;
  private final CatalogProcess catalog;
  private final Topics topics;
  private final TestRecords records;
  private final SinkTables tables;
  private final Map<String, String> tableProperties;
  private ConnectWorker worker;

  private SinkServers(Path folder, Plan plan) {
    Path home = ProjectHome.find();
    this.folder = folder;
    this.tableProperties = plan.clientProperties;
    try {
      // Tests choose the timestamps of their records: none of them is too old to be kept.
      broker =
          stopLater(
              KafkaBroker.start(
                  BrokerSettings.in(folder.resolve("kafka"))
                      .withProperty("log.retention.ms", "-1")));
      catalog =
          stopLater(
              CatalogProcess.start(
                  home, folder.resolve("catalog"), plan.catalogArguments.toArray(String[]::new)));
      topics = stopLater(broker.topics());
      records = stopLater(new TestRecords(broker.bootstrapServers()));
      tables = stopLater(new SinkTables(catalogSettings()));
      worker =
          stopLater(
              ConnectWorker.start(
                  plan.worker.apply(
                      WorkerSettings.in(
                              folder.resolve("connect"), broker.bootstrapServers(), "workers")
                          .withPluginPath(home.resolve("connector/target/plugin")))));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Servers whose tables are local files. */
  public static SinkServers start(Path folder) {
    return start(folder, Plan.DEFAULT);
  }

  public static SinkServers start(Path folder, Plan plan) {
    return new SinkServers(folder, plan);
  }

  public Topics topics() {
    return topics;
  }

  public TestRecords records() {
    return records;
  }

  public SinkTables tables() {
    return tables;
  }

  public ConnectRest rest() {
    return worker.rest();
  }

  public ConnectWorker worker() {
    return worker;
  }

  public String catalogUri() {
    return catalog.uri();
  }

  /** Options of a connector on the catalog, to which a test adds its own. */
  public Map<String, String> options(Map<String, String> more) {
    Map<String, String> options = new TreeMap<>();
    options.put("connector.class", "io.tidewater.connector.TidewaterSinkConnector");
    options.put("tasks.max", "1");
    options.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
    options.put("value.converter.schemas.enable", "true");
    options.put("iceberg.catalog.type", "rest");
    options.put("iceberg.catalog.uri", catalog.uri());
    options.put("iceberg.control.commit.interval-ms", "300");
    tableProperties.forEach((key, value) -> options.put("iceberg.catalog." + key, value));
    options.putAll(more);
    return options;
  }

  /** Creates a connector and waits until its tasks run. */
  public Connector create(String name, Map<String, String> more) {
    Connector connector = worker.rest().create(name, options(more));
    connector.awaitRunning();
    return connector;
  }

  /** Deletes all connectors; topics and tables stay. */
  public void deleteConnectors() {
    rest().connectors().forEach(name -> rest().connector(name).delete());
  }

  /** Waits until every record of the topic is in the table, and none of them twice. */
  public void awaitHolds(String topic, String table) {
    awaitHolds(topic, table, Scope.EVERYTHING);
  }

  /** Waits until a table has so many rows, whatever their offsets, and compares it. */
  public Verification awaitRows(String topic, String table, long rows) {
    return awaitRows(topic, table, catalogSettings(), rows);
  }

  /** Waits until a table of another catalog has so many rows, and compares it. */
  public Verification awaitRows(String topic, String table, CatalogSettings other, long rows) {
    return Awaitility.await(rows + " rows in " + table)
        .atMost(CATCH_UP)
        .until(
            () -> verifier(other).verify(topic, table, Scope.EVERYTHING),
            found -> found.comparison().rows() + found.unplaced() == rows);
  }

  void awaitHolds(String topic, String table, Scope scope) {
    expectHolds(verifier(catalogSettings()).verify(topic, table, scope.waiting(CATCH_UP)));
  }

  /** Waits until every record of the topic is in a table of another catalog. */
  public void awaitHolds(String topic, String table, CatalogSettings other) {
    expectHolds(verifier(other).verify(topic, table, Scope.EVERYTHING.waiting(CATCH_UP)));
  }

  private static void expectHolds(Verification verification) {
    assertThat(verification.holds())
        .as(() -> String.join("\n", new VerificationReport(verification).lines()))
        .isTrue();
  }

  @Override
  public void close() {
    while (!running.isEmpty()) {
      try {
        running.removeLast().close();
      } catch (Exception e) {
        throw new IllegalStateException("cannot stop a server in " + folder, e);
      }
    }
  }

  private Verifier verifier(CatalogSettings from) {
    KafkaSettings kafka = new KafkaSettings(broker.bootstrapServers(), Map.of());
    return Verifier.silent(kafka, from);
  }

  private CatalogSettings catalogSettings() {
    return new CatalogSettings(catalog.uri(), tableProperties);
  }

  private <T extends AutoCloseable> T stopLater(T server) {
    running.addLast(server);
    return server;
  }

  /**
   * What differs from a worker of the newest release and a catalog on local files.
   *
   * @param clientProperties catalog properties that clients need to reach the tables' files
   */
  public record Plan(
      UnaryOperator<WorkerSettings> worker,
      Map<String, String> clientProperties,
      List<String> catalogArguments) {
    static final Plan DEFAULT = new Plan(UnaryOperator.identity(), Map.of(), List.of());
  }
}
