/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.testing.kafka.KafkaBroker;
import io.tidewater.testing.process.ServerException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConnectWorkerIT {
  @TempDir static Path directory;

  private static KafkaBroker broker;
  private static ConnectWorker worker;

  @BeforeAll
  static void start() {
    broker = KafkaBroker.start(directory.resolve("kafka"));
    worker = ConnectWorker.start(settings("first"));
  }

  @AfterAll
  static void stop() {
    worker.close();
    broker.close();
  }

  @Test
  void listsPlugins() {
    assertThat(worker.rest().plugins())
        .extracting(ConnectPlugin::className)
        .contains("org.apache.kafka.connect.json.JsonConverter");
    assertThat(worker.rest().version()).startsWith("4.");
  }

  @Test
  void refusesAnUnknownConnectorWithTheWorkersWords() {
    assertThatThrownBy(() -> worker.rest().create("unknown", Map.of("connector.class", "No")))
        .isInstanceOf(ConnectRestException.class)
        .hasMessageContaining("POST " + worker.uri() + "/connectors was answered with")
        .hasMessageContaining("No");
  }

  @Test
  void refusesAMissingPluginFolderBeforeItStarts() {
    Path missing = directory.resolve("missing");

    assertThatThrownBy(() -> ConnectWorker.start(settings("unstarted").withPluginPath(missing)))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining(missing.toString());
  }

  @Test
  void failsWithTheLogOfAWorkerThatCannotStart() {
    assertThatThrownBy(
            () -> ConnectWorker.start(settings("bad").withProperty("key.converter", "no.Such")))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("no.Such");
  }

  @Test
  void secondWorkerServesTheGroupWhileTheFirstIsGone() {
    try (ConnectWorker second = ConnectWorker.start(settings("second"))) {
      assertThat(second.rest().connectors()).isEqualTo(List.of());

      worker.kill();
      assertThat(second.rest().connectors()).isEqualTo(List.of());
      worker.restart();

      assertThat(worker.rest().connectors()).isEqualTo(List.of());
    }
  }

  @Test
  void oldestReleaseStarts() {
    WorkerSettings old =
        WorkerSettings.in(directory.resolve("old"), broker.bootstrapServers(), "old")
            .withVersion(ConnectVersion.V3_8);
    try (ConnectWorker oldest = ConnectWorker.start(old)) {
      assertThat(oldest.rest().version()).startsWith("3.8.");
    }
  }

  private static WorkerSettings settings(String name) {
    return WorkerSettings.in(directory.resolve(name), broker.bootstrapServers(), "workers");
  }
}
