/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.connect;

import io.tidewater.testing.http.JsonClient;
import io.tidewater.testing.jars.ServerJars;
import io.tidewater.testing.process.JavaCommand;
import io.tidewater.testing.process.JvmFlags;
import io.tidewater.testing.process.PropertiesFile;
import io.tidewater.testing.process.ServerException;
import io.tidewater.testing.process.ServerProcess;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** One distributed Kafka Connect worker, as a process with its REST interface on loopback. */
public final class ConnectWorker implements AutoCloseable {
  private static final String MAIN = "org.apache.kafka.connect.cli.ConnectDistributed";
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration STOP = Duration.ofSeconds(20);
  private static final Duration PROBE = Duration.ofSeconds(5);

  /** Keeps the AWS client from asking a cloud's metadata address where there is no cloud. */
  private static final Map<String, String> ENVIRONMENT =
      Map.of("AWS_EC2_METADATA_DISABLED", "true");

  private final WorkerSettings settings;
  private final Path configuration;
  private ServerProcess process;

  private ConnectWorker(WorkerSettings settings, Path configuration) {
    this.settings = settings;
    this.configuration = configuration;
    this.process = launch();
  }

  /**
   * Starts a worker and waits until it has joined its group and answers requests.
   *
   * @throws ServerException if a plugin folder is missing, or with the end of the worker's log
   */
  public static ConnectWorker start(WorkerSettings settings) {
    for (Path folder : settings.pluginPath()) {
      if (!Files.isDirectory(folder)) {
        throw new ServerException("The plugin path names " + folder + ", which is no folder");
      }
    }
    Path configuration =
        PropertiesFile.write(
            settings.directory().resolve("connect.properties"), WorkerProperties.of(settings));
    return new ConnectWorker(settings, configuration);
  }

  /** Root of the REST interface; the same after a restart. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + settings.port());
  }

  /** A client of the REST interface; it stays good over restarts. */
  public ConnectRest rest() {
    return ConnectRest.of(uri());
  }

  /** The name that statuses give to this worker. */
  public String id() {
    return "127.0.0.1:" + settings.port();
  }

  /** The present process; another one after a restart. */
  public ServerProcess process() {
    return process;
  }

  /** Kills the worker without warning (SIGKILL). */
  public void kill() {
    process.kill();
  }

  /** Starts the worker again with the same settings; stops it first if it still runs. */
  public void restart() {
    close();
    process = launch();
  }

  @Override
  public void close() {
    process.stop(STOP);
  }

  private ServerProcess launch() {
    ServerProcess started =
        ServerProcess.start(
            JavaCommand.of(
                    "connect",
                    MAIN,
                    ServerJars.of(settings.version().stack()),
                    settings.directory())
                .withJvmFlags(JvmFlags.simpleLogger("info"))
                .withJvmFlags(settings.jvmFlags())
                .withEnvironment(ENVIRONMENT)
                .withArguments(configuration.toString()));
    JsonClient probe = new JsonClient(uri(), PROBE);
    try {
      started.awaitReady(() -> probe.get("/connectors").isSuccess(), START);
      return started;
    } catch (RuntimeException e) {
      started.kill();
      throw e;
    }
  }
}
