/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.quickstart;

import io.tidewater.examples.connection.Endpoints;
import io.tidewater.examples.progress.ProgressDisplay;
import io.tidewater.examples.verify.Verification;
import io.tidewater.examples.verify.VerificationReport;
import io.tidewater.testing.connect.ConnectWorker;
import io.tidewater.testing.connect.Connector;
import io.tidewater.testing.kafka.KafkaBroker;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The story: servers start, orders flow, the table is queried, and nothing is lost. */
final class Quickstart {
  private final Plan plan;
  private final Stage stage;
  private final Narrator narrator;
  private final ProgressDisplay display;

  Quickstart(Plan plan, Stage stage, Narrator narrator, ProgressDisplay display) {
    this.plan = plan;
    this.stage = stage;
    this.narrator = narrator;
    this.display = display;
  }

  /** Tells it, and says whether every order is in the table once. */
  boolean tell() {
    narrator.say(
        "Tidewater: %,d orders go into a Kafka topic and come out of an Iceberg table.\n"
            .formatted(plan.records()));
    Running running = start();
    stage.announce(running.endpoints());
    Flow flow = new Flow(running, display);
    narrator.say("");
    flow.send(plan);
    narrator.say("\nThe table in Spark SQL:\n");
    Path spark = stage.folder().path().resolve("spark");
    narrator.say(Showcase.lines(spark, running.endpoints()));
    narrator.say("\nEvery offset of the topic, looked up in the table:\n");
    Verification verification = flow.verify();
    narrator.say(new VerificationReport(verification).lines());
    narrator.say("");
    return verification.holds();
  }

  private Running start() {
    Stack stack = stage.stack();
    String topic = stack.topic();
    KafkaBroker broker =
        narrator.step(
            "Kafka broker", () -> stack.startBroker(topic), KafkaBroker::bootstrapServers);
    CatalogProcess catalog =
        narrator.step("Iceberg REST catalog", stack::startCatalog, CatalogProcess::uri);
    ConnectWorker worker =
        narrator.step(
            "Kafka Connect worker",
            () -> stack.startWorker(broker),
            started -> started.uri().toString());
    Connector connector =
        narrator.step(
            "Connector",
            () -> stack.createConnector(worker, Map.of("CATALOG_URI", catalog.uri())),
            created -> "topic " + topic + " → table " + topic);
    Endpoints endpoints =
        new Endpoints(
            broker.bootstrapServers(), worker.uri().toString(), catalog.uri(), topic, topic);
    return new Running(endpoints, connector);
  }

  /** What to try when all has been shown. */
  List<String> next() {
    return plan.ending() == Plan.Ending.KEEP_UP ? Hints.WHILE_UP : Hints.AFTERWARDS;
  }
}
