/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidewater.testing.process.JavaCommand.StandardOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TetherIT {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"run", "suspend"})
  void childIsGoneAfterItsParentIsKilledWithoutWarning(String childState) throws IOException {
    try (ServerProcess parent = parent(childState)) {
      ProcessHandle child = childOf(parent);
      assertThat(child.isAlive()).isTrue();

      parent.kill();

      await().atMost(Duration.ofSeconds(20)).until(() -> !child.isAlive());
    }
  }

  @Test
  void childIsGoneAfterItsParentExitsWithoutClosingIt() throws IOException {
    try (ServerProcess parent = parent("exit")) {
      ProcessHandle child = childOf(parent);

      assertThat(parent.awaitEnd(Duration.ofSeconds(20))).isTrue();
      await().atMost(Duration.ofSeconds(20)).until(() -> !child.isAlive());
    }
  }

  private ServerProcess parent(String childState) {
    return ServerProcess.start(
        JavaCommand.of(
                "parent", ParentProcess.class.getName(), ParentProcess.testClasses(), directory)
            .withStandardOutput(StandardOutput.PIPED)
            .withArguments(directory.toString(), childState));
  }

  private static ProcessHandle childOf(ServerProcess parent) throws IOException {
    String pid = parent.standardOutput().readLine();
    assertThat(pid).as("process id of the child").isNotNull();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }
}
