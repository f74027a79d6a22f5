/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.testing.process.JavaCommand.StandardOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServerProcessIT {
  @TempDir Path directory;

  @Test
  void passesArgumentsAndStandardInputToTheRealMain() throws IOException {
    try (ServerProcess server = ServerProcess.start(echo().withArguments("one", "two words"))) {
      say(server, "hello");

      assertThat(server.standardOutput().readLine()).isEqualTo("hello");
      assertThat(Files.readString(server.log())).contains("argument one", "argument two words");
    }
  }

  @Test
  void reportsTheLogOfAServerThatDiesInsteadOfBecomingReady() {
    JavaCommand command =
        JavaCommand.of(
            "cheese", FailingServer.class.getName(), ParentProcess.testClasses(), directory);
    try (ServerProcess server = ServerProcess.start(command)) {
      assertThatThrownBy(() -> server.awaitReady(() -> false, Duration.ofMinutes(1)))
          .isInstanceOf(ServerException.class)
          .hasMessageContaining("cheese")
          .hasMessageContaining("exited with code 1 before it was ready")
          .hasMessageContaining("the disk is made of cheese");
    }
  }

  @Test
  void reportsAServerThatIsNeverReady() {
    try (ServerProcess server = ServerProcess.start(echo())) {
      assertThatThrownBy(() -> server.awaitReady(() -> false, Duration.ofMillis(200)))
          .isInstanceOf(ServerException.class)
          .hasMessageContaining("is not ready after 0 s");
      assertThat(server.isAlive()).isTrue();
    }
  }

  @Test
  void suspendedServerAnswersOnlyAfterItIsResumed() throws Exception {
    try (ServerProcess server = ServerProcess.start(echo())) {
      say(server, "before");
      assertThat(server.standardOutput().readLine()).isEqualTo("before");

      server.suspend();
      say(server, "while suspended");
      CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> read(server));
      assertThatThrownBy(() -> answer.get(500, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);

      server.resume();
      assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo("while suspended");
    }
  }

  @Test
  void killsASuspendedServer() {
    try (ServerProcess server = ServerProcess.start(echo())) {
      server.suspend();

      server.kill();

      assertThat(server.isAlive()).isFalse();
    }
  }

  @Test
  void stopsASuspendedServer() {
    ServerProcess server = ServerProcess.start(echo());
    server.suspend();

    server.close();

    assertThat(server.isAlive()).isFalse();
  }

  @Test
  void runToEndFailsWithTheReason() {
    JavaCommand command =
        JavaCommand.of(
            "cheese", FailingServer.class.getName(), ParentProcess.testClasses(), directory);

    assertThatThrownBy(() -> ServerProcess.runToEnd(command, Duration.ofMinutes(1)))
        .isInstanceOf(ServerException.class)
        .hasMessageContaining("failed with exit code 1")
        .hasMessageContaining("the disk is made of cheese");
  }

  private JavaCommand echo() {
    return JavaCommand.of(
            "echo", EchoServer.class.getName(), ParentProcess.testClasses(), directory)
        .withStandardOutput(StandardOutput.PIPED);
  }

  private static void say(ServerProcess server, String line) throws IOException {
    server.standardInput().write(line + "\n");
    server.standardInput().flush();
  }

  private static String read(ServerProcess server) {
    try {
      return server.standardOutput().readLine();
    } catch (IOException e) {
      return e.toString();
    }
  }
}
