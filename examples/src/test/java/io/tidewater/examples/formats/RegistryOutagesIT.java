/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidewater.testing.connect.Connector;
import io.tidewater.testing.fault.CuttingProxy;
import io.tidewater.testing.fault.Fault;
import io.tidewater.testing.fault.FaultRule;
import io.tidewater.testing.registry.ProducerSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A registry that is down, slow or lies loses no record and holds up no other table. */
@ExtendWith(SharedFormatServers.class)
class RegistryOutagesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String NUMBER =
      """
      {"type":"record","name":"Number","fields":[{"name":"n","type":"long"}%s]}""";
  private static final String MORE = ",{\"name\":\"m\",\"type\":\"long\",\"default\":0}";

  private static final String JSON_SCHEMA =
      """
      {"$schema":"http://json-schema.org/draft-07/schema#","type":"object",
       "properties":{"n":{"type":"integer"}}}""";

  private static FormatServers servers;
  private CuttingProxy registry;

  @BeforeAll
  static void use(FormatServers shared) {
    servers = shared;
  }

  @BeforeEach
  void standBefore() {
    registry = CuttingProxy.before(servers.registry().url());
  }

  @AfterEach
  void leave() {
    servers.sink().deleteConnectors();
    registry.close();
  }

  @Test
  void refusesAConnectorWhoseRegistryDoesNotAnswer() {
    breakDown();
    List<String> errors =
        servers
            .sink()
            .rest()
            .validate(
                servers
                    .sink()
                    .options(
                        FormatServers.options(
                            "outage.any", "avro", registry.uri().toString(), Map.of("name", "x"))))
            .errors()
            .get("tidewater.registry.url");

    assertThat(errors).singleElement().asString().contains("127.0.0.1");
  }

  @Test
  void beginsOnceTheRegistryIsThere() {
    int id = servers.producer().registerAvro("outage.start-value", NUMBER.formatted(""));
    Connector connector = create("outage.start", Map.of());
    breakDown();
    send("outage.start", id, 0, 50);
    await().atMost(PATIENCE).until(() -> registry.faults().size() > 2);
    connector.awaitRunning();
    registry.heal();

    servers.sink().awaitHolds("outage.start", "outage.start");
    connector.awaitRunning();
  }

  @Test
  void goesOnWithKnownSchemasAndWaitsForUnknown() {
    int known = servers.producer().registerAvro("outage.known-value", NUMBER.formatted(""));
    int unknown = servers.producer().registerAvro("outage.new-value", NUMBER.formatted(MORE));
    create("outage.known,outage.new", Map.of());
    send("outage.known", known, 0, 50);
    send("outage.new", known, 0, 50);
    servers.sink().awaitHolds("outage.new", "outage.new");
    servers.sink().awaitHolds("outage.known", "outage.known");
    breakDown();
    send("outage.new", known, 50, 10);
    for (int number = 0; number < 20; number++) {
      servers.send("outage.new", 0, unknown, new Payload().zigzag(number).zigzag(1).bytes());
    }
    send("outage.known", known, 50, 500);

    // The other table goes on, and of this one what came before.
    servers.sink().awaitHolds("outage.known", "outage.known");
    assertThat(servers.sink().tables().await("outage.new", 60)).hasSize(60);

    registry.heal();
    servers.sink().awaitHolds("outage.new", "outage.new");
  }

  @Test
  void waitsForASlowRegistry() {
    int id = servers.producer().registerAvro("outage.slow-value", NUMBER.formatted(""));
    create("outage.slow", Map.of("tidewater.registry.http.read.timeout.ms", "500"));
    registry.inject(
        FaultRule.always(request -> true, new Fault.DelayAnswer(Duration.ofSeconds(2))));
    send("outage.slow", id, 0, 50);
    await().atMost(PATIENCE).until(() -> registry.faults().size() > 2);
    registry.heal();

    servers.sink().awaitHolds("outage.slow", "outage.slow");
  }

  @Test
  void rejectsRecordsWhoseIdStandsForSomethingElse() throws IOException {
    int right = servers.producer().registerAvro("outage.lying-value", NUMBER.formatted(""));
    int otherKind = servers.producer().register("outage.other", ProducerSchema.json(JSON_SCHEMA));
    int otherFields =
        servers
            .producer()
            .registerAvro(
                "outage.fields",
                """
                {"type":"record","name":"Texts","fields":[
                 {"name":"a","type":"string"},{"name":"b","type":"string"}]}""");
    create("outage.lying", Map.of("errors.tolerance", "all"));
    send("outage.lying", right, 0, 10);
    servers.send("outage.lying", 0, otherKind, new Payload().zigzag(1).bytes());
    servers.send("outage.lying", 0, otherFields, new Payload().zigzag(1).bytes());
    servers.send("outage.lying", 0, 1_000_000, new Payload().zigzag(1).bytes());
    send("outage.lying", right, 13, 10);

    assertThat(servers.sink().tables().await("outage.lying", 20)).hasSize(20);
    String log = Files.readString(servers.sink().worker().process().log());
    assertThat(log)
        .contains("record at offset 10 of outage.lying-0 was rejected for table outage.lying")
        .contains("record at offset 11 of outage.lying-0 was rejected for table outage.lying")
        .contains("(schema id " + otherFields + ")")
        .contains("record at offset 12 of outage.lying-0 was rejected for table outage.lying");
  }

  private void breakDown() {
    registry.inject(FaultRule.always(request -> true, new Fault.Refuse(503)));
  }

  private Connector create(String topics, Map<String, String> more) {
    for (String topic : topics.split(",")) {
      servers.sink().topics().create(topic, 1);
    }
    return servers
        .sink()
        .create(
            topics.replace(',', '-'),
            FormatServers.options(topics, "avro", registry.uri().toString(), more));
  }

  private static void send(String topic, int id, int from, int count) {
    for (int number = from; number < from + count; number++) {
      servers.send(topic, 0, id, new Payload().zigzag(number).bytes());
    }
  }
}
