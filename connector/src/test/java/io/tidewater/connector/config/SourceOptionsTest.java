/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import static io.tidewater.connector.config.Configurations.options;
import static io.tidewater.connector.config.Configurations.problem;
import static io.tidewater.connector.config.Configurations.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.format.ledger.Beginning;
import io.tidewater.format.ledger.Loss;
import io.tidewater.format.ledger.StartPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceOptionsTest {
  @TempDir private Path directory;

  @Test
  void readsWhereToStartAndWhatToDoAboutLoss() {
    SourceOptions source =
        options(
                "tidewater.start", "group",
                "tidewater.on-topic-recreated", "continue",
                "tidewater.on-log-truncated", "continue")
            .source();

    assertThat(source.start())
        .isEqualTo(new StartPolicy(Beginning.GROUP, Loss.CONTINUE, Loss.CONTINUE));
  }

  @Test
  void isCarefulByDefault() {
    SourceOptions source = options().source();

    assertThat(source.start()).isEqualTo(StartPolicy.SAFE);
  }

  @Test
  void refusesAGroupThatConnectDoesNotReadWith() {
    assertThat(options("iceberg.connect.group-id", "connect-lake").source().start())
        .isEqualTo(StartPolicy.SAFE);
    assertThat(
            options(
                    "iceberg.connect.group-id", "mine",
                    "consumer.override.group.id", "mine")
                .source()
                .start())
        .isEqualTo(StartPolicy.SAFE);
    assertThat(problem("iceberg.connect.group-id", "mine").message())
        .contains("'connect-lake'", "consumer.override.group.id=mine");
  }

  @Test
  void takesTheWorkersClientPropertiesWhereTheConnectorHasNone() {
    WorkerProperties worker =
        new WorkerProperties(
            Map.of(
                "bootstrap.servers", "worker:1",
                "security.protocol", "SASL_SSL",
                "sasl.mechanism", "PLAIN",
                "admin.request.timeout.ms", "7",
                "admin.sasl.mechanism", "SCRAM-SHA-512",
                "group.id", "workers",
                "plugin.path", "/plugins"));

    Reading reading =
        Reading.of(
            with(
                "iceberg.kafka.bootstrap.servers", "absent",
                "iceberg.kafka.retries", "3",
                "admin.override.sasl.jaas.config", "x"),
            worker);

    assertThat(reading.orThrow().source().kafkaClient().values())
        .isEqualTo(
            Map.of(
                "bootstrap.servers", "worker:1",
                "security.protocol", "SASL_SSL",
                "sasl.mechanism", "SCRAM-SHA-512",
                "sasl.jaas.config", "x",
                "request.timeout.ms", "7",
                "retries", "3"));
  }

  @Test
  void prefersTheConnectorsClientProperties() {
    WorkerProperties worker = new WorkerProperties(Map.of("bootstrap.servers", "worker:1"));

    assertThat(Reading.of(with(), worker).orThrow().source().kafkaClient().values())
        .containsEntry("bootstrap.servers", "localhost:2");
  }

  @Test
  void refusesToGuessWhereKafkaIs() {
    assertThat(problem("iceberg.kafka.bootstrap.servers", "absent").key())
        .isEqualTo("iceberg.kafka.bootstrap.servers");
  }

  @Test
  void findsTheWorkersFileOnItsCommandLine() throws IOException {
    Path file = Files.writeString(directory.resolve("w.properties"), "bootstrap.servers=k:1\n");

    for (String main :
        List.of(
            "org.apache.kafka.connect.cli.ConnectDistributed",
            "org.apache.kafka.connect.cli.ConnectStandalone",
            "org.example.Launcher org.apache.kafka.connect.cli.ConnectDistributed")) {
      assertThat(WorkerProperties.ofCommand(main + " " + file + " more").values())
          .isEqualTo(Map.of("bootstrap.servers", "k:1"));
    }
  }

  @Test
  void resolvesReferencesOfTheWorkersFile() throws IOException {
    Path secrets = Files.writeString(directory.resolve("secrets.properties"), "login=hush\n");
    Path file =
        Files.writeString(
            directory.resolve("w.properties"),
            """
            bootstrap.servers=k:1
            config.providers=file
            config.providers.file.class=org.apache.kafka.common.config.provider.FileConfigProvider
            sasl.jaas.config=${file:%s:login}
            """
                .formatted(secrets));

    WorkerProperties worker =
        WorkerProperties.ofCommand("org.apache.kafka.connect.cli.ConnectDistributed " + file);

    assertThat(worker.values()).containsEntry("sasl.jaas.config", "hush");
    assertThat(worker.toString()).doesNotContain("hush");
  }

  @Test
  void findsNothingInOtherProcessesOrFiles() throws IOException {
    Path other = Files.writeString(directory.resolve("other.properties"), "a=b\n");
    String worker = "org.apache.kafka.connect.cli.ConnectDistributed ";

    assertThat(WorkerProperties.ofCommand(null).values()).isEmpty();
    assertThat(WorkerProperties.ofCommand("").values()).isEmpty();
    assertThat(WorkerProperties.ofCommand("org.example.Main x").values()).isEmpty();
    assertThat(WorkerProperties.ofCommand(worker).values()).isEmpty();
    assertThat(WorkerProperties.ofCommand(worker + other).values()).isEmpty();
    assertThat(WorkerProperties.ofCommand(worker + directory.resolve("none")).values()).isEmpty();
  }
}
