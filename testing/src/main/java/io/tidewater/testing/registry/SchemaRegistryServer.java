/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.registry;

import io.tidewater.testing.http.JsonClient;
import io.tidewater.testing.jars.Stack;
import io.tidewater.testing.jars.UnpackedArchive;
import io.tidewater.testing.process.JavaCommand;
import io.tidewater.testing.process.JavaHomes;
import io.tidewater.testing.process.JvmFlags;
import io.tidewater.testing.process.Ports;
import io.tidewater.testing.process.ServerProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A schema registry with Confluent's API. Keeps port and schemas over kill and restart. It differs
 * from Confluent's server: it has no contexts, every schema is compatible until a level is set, and
 * schemas that differ only in blanks have ids of their own.
 */
public final class SchemaRegistryServer implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final int HEAP_MEGABYTES = 256;
  private static final int JAVA = 25;
  private static final String API = "/apis/ccompat/v7";

  private final Path directory;
  private final int port;
  private ServerProcess process;

  private SchemaRegistryServer(Path directory, int port) {
    this.directory = directory;
    this.port = port;
    this.process = launch();
  }

  /** Starts a registry on a free port; schemas that are in the folder already are served again. */
  public static SchemaRegistryServer start(Path directory) {
    return start(directory, Ports.free());
  }

  public static SchemaRegistryServer start(Path directory, int port) {
    return new SchemaRegistryServer(directory.toAbsolutePath(), port);
  }

  /** Where Confluent's API is; the same after a restart. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port + API);
  }

  /** A client that registers schemas. */
  public RegistryClient client() {
    return new RegistryClient(url());
  }

  /** The present process; another one after a restart. */
  public ServerProcess process() {
    return process;
  }

  /** Starts the server again on the same port and schemas; stops it first if it still runs. */
  public void restart() {
    close();
    process = launch();
  }

  public void kill() {
    process.kill();
  }

  @Override
  public void close() {
    process.close();
  }

  private ServerProcess launch() {
    ServerProcess started = ServerProcess.start(command());
    try {
      JsonClient client = new JsonClient(url(), ANSWER);
      started.awaitReady(() -> client.get("/subjects").isSuccess(), START);
      return started;
    } catch (RuntimeException e) {
      started.kill();
      throw e;
    }
  }

  private JavaCommand command() {
    Path unpacked = UnpackedArchive.of(Stack.REGISTRY);
    return JavaCommand.of(
            "schema-registry",
            "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
            List.of(unpacked.resolve("quarkus-run.jar")),
            directory)
        .withJavaHome(JavaHomes.ofThisMachine().atLeast(JAVA))
        .withJvmFlags(JvmFlags.small(HEAP_MEGABYTES))
        .withJvmFlags(
            List.of(
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                // Its port is open to all and fixed unless it is set; 0 is any free one.
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=0",
                "-Dquarkus.log.level=WARN",
                "-Dapicurio.datasource.url=jdbc:h2:file:" + directory.resolve("schemas")));
  }
}
