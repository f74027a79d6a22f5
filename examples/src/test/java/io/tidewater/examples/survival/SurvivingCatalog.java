/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.survival;

import io.tidewater.testing.process.JavaCommand;
import io.tidewater.testing.process.JvmFlags;
import io.tidewater.testing.process.Ports;
import io.tidewater.testing.process.Readiness;
import io.tidewater.testing.process.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Tidewater's catalog as a process that can be killed and comes back on the same port. */
final class SurvivingCatalog implements AutoCloseable {
  private static final String MAIN = "io.tidewater.catalog.CatalogCommand";
  private static final Duration START = Duration.ofSeconds(60);

  private final JavaCommand command;
  private final int port;
  private ServerProcess process;

  private SurvivingCatalog(JavaCommand command, int port) {
    this.command = command;
    this.port = port;
    this.process = launch();
  }

  static SurvivingCatalog start(Path home, Path folder) {
    int port = Ports.free();
    JavaCommand command =
        JavaCommand.of("catalog", MAIN, classPath(home.resolve("catalog/target")), folder)
            .withJvmFlags(JvmFlags.small(256))
            .withArguments(
                "--port", Integer.toString(port), "--data", folder.resolve("data").toString());
    return new SurvivingCatalog(command, port);
  }

  String uri() {
    return "http://127.0.0.1:" + port;
  }

  ServerProcess process() {
    return process;
  }

  void kill() {
    process.kill();
  }

  void restart() {
    close();
    process = launch();
  }

  @Override
  public void close() {
    process.close();
  }

  private ServerProcess launch() {
    ServerProcess started = ServerProcess.start(command);
    try {
      started.awaitReady(Readiness.port(port), START);
      return started;
    } catch (RuntimeException e) {
      started.kill();
      throw e;
    }
  }

  private static List<Path> classPath(Path target) {
    try (Stream<Path> own = Files.list(target);
        Stream<Path> others = Files.list(target.resolve("lib"))) {
      return Stream.concat(own, others).filter(file -> file.toString().endsWith(".jar")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("build the catalog first: mvn package -pl catalog -am", e);
    }
  }
}
