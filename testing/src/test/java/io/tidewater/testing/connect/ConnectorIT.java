/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tidewater.testing.connect.plugin.PickySink;
import io.tidewater.testing.connect.plugin.PickyTask;
import io.tidewater.testing.kafka.KafkaBroker;
import io.tidewater.testing.kafka.Topics;
import io.tidewater.testing.process.ServerException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A connector's life on both releases of Connect, loaded by service file from the plugin path. */
final class ConnectorIT {
  @TempDir static Path directory;

  private static KafkaBroker broker;
  private static Path plugins;

  @BeforeAll
  static void start() throws IOException {
    broker = KafkaBroker.start(directory.resolve("kafka"));
    plugins = directory.resolve("plugins");
    writePlugin(Files.createDirectories(plugins.resolve("picky")).resolve("picky.jar"));
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @ParameterizedTest
  @EnumSource
  void livesThroughAllOfTheRestInterface(ConnectVersion version) throws Exception {
    String topic = "topic-" + version;
    try (Topics topics = broker.topics()) {
      topics.create(topic, 1);
    }
    produce(topic, "apple");
    try (ConnectWorker worker = ConnectWorker.start(settings(version))) {
      ConnectRest rest = worker.rest();
      assertThat(rest.plugins())
          .contains(new ConnectPlugin(PickySink.class.getName(), "sink", "1.2.3"));
      assertThat(rest.validate(Map.of("connector.class", PickySink.class.getName())).errors())
          .containsKeys("colour", "topics");

      Connector connector = rest.create("picky " + version, configuration(topic, 1));
      assertThat(connector.awaitRunning().tasks())
          .extracting(TaskStatus::worker)
          .containsExactly(worker.id());
      awaitOffset(connector, new ConnectorOffset(topic, 0, 1));

      connector.configure(configuration(topic, 2));
      connector.awaitStatus("running two tasks", status -> status.tasks().size() == 2);
      assertThat(connector.configuration()).containsEntry("tasks.max", "2");
      connector.pause();
      connector.awaitStatus("paused", status -> status.state() == RunState.PAUSED);
      connector.resume();
      connector.awaitRunning();

      produce(topic, "poison");
      assertThat(connector.awaitFailed()).contains("I do not take poison");
      assertThatThrownBy(connector::awaitRunning)
          .isInstanceOf(ServerException.class)
          .hasMessageContaining("Task")
          .hasMessageContaining("I do not take poison");

      connector.stop();
      connector.awaitStopped();
      connector.alterOffsets(List.of(new ConnectorOffset(topic, 0, 2)));
      assertThat(connector.offsets()).containsExactly(new ConnectorOffset(topic, 0, 2));
      connector.resume();
      connector.awaitRunning();
      connector.restart();
      connector.awaitRunning();

      connector.stop();
      connector.awaitStopped();
      connector.resetOffsets();
      assertThat(connector.offsets()).isEmpty();
      connector.delete();
      assertThat(rest.connectors()).isEmpty();
    }
  }

  private static void awaitOffset(Connector connector, ConnectorOffset expected) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(connector.offsets()).containsExactly(expected));
  }

  private static WorkerSettings settings(ConnectVersion version) {
    return WorkerSettings.in(
            directory.resolve("worker-" + version), broker.bootstrapServers(), "group-" + version)
        .withVersion(version)
        .withPluginPath(plugins);
  }

  private static Map<String, String> configuration(String topic, int tasks) {
    return Map.of(
        "connector.class",
        PickySink.class.getName(),
        "colour",
        "green",
        "topics",
        topic,
        "tasks.max",
        Integer.toString(tasks),
        "value.converter",
        "org.apache.kafka.connect.storage.StringConverter");
  }

  private static void produce(String topic, String value) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, value)).get();
    }
  }

  private static void writePlugin(Path file) throws IOException {
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
      for (Class<?> part : List.of(PickySink.class, PickyTask.class)) {
        String entry = part.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new ZipEntry(entry));
        try (InputStream bytes = part.getClassLoader().getResourceAsStream(entry)) {
          bytes.transferTo(jar);
        }
      }
      jar.putNextEntry(
          new ZipEntry("META-INF/services/org.apache.kafka.connect.sink.SinkConnector"));
      jar.write(PickySink.class.getName().getBytes(StandardCharsets.UTF_8));
    }
  }
}
