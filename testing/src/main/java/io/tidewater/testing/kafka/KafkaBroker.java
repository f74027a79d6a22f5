/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.kafka;

import io.tidewater.testing.jars.ServerJars;
import io.tidewater.testing.jars.Stack;
import io.tidewater.testing.process.JavaCommand;
import io.tidewater.testing.process.JvmFlags;
import io.tidewater.testing.process.Ports;
import io.tidewater.testing.process.PropertiesFile;
import io.tidewater.testing.process.Readiness;
import io.tidewater.testing.process.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.Uuid;

/** One Kafka broker that is its own KRaft controller, as a process on loopback. */
public final class KafkaBroker implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(15);

  private final BrokerSettings settings;
  private final Path configuration;
  private ServerProcess process;

  private KafkaBroker(BrokerSettings settings, Path configuration) {
    this.settings = settings;
    this.configuration = configuration;
    this.process = launch();
  }

  /** Starts a broker on a free port with its data in a folder. */
  public static KafkaBroker start(Path directory) {
    return start(BrokerSettings.in(directory));
  }

  /** Formats the data folder if it is new, starts the broker, and waits until it serves. */
  public static KafkaBroker start(BrokerSettings settings) {
    Path configuration =
        PropertiesFile.write(
            settings.directory().resolve("server.properties"), serverProperties(settings));
    if (!Files.exists(data(settings).resolve("meta.properties"))) {
      format(settings, configuration);
    }
    return new KafkaBroker(settings, configuration);
  }

  /** Address for {@code bootstrap.servers}; the same after a restart. */
  public String bootstrapServers() {
    return "127.0.0.1:" + settings.port();
  }

  /** A client of this broker for its topics; close it after use. */
  public Topics topics() {
    return Topics.of(bootstrapServers());
  }

  /** The present process; another one after a restart. */
  public ServerProcess process() {
    return process;
  }

  /** Kills the broker without warning (SIGKILL). */
  public void kill() {
    process.kill();
  }

  /** Starts the broker again on the same port and data; stops it first if it still runs. */
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
            command("kafka", "kafka.Kafka", settings)
                .withJvmFlags(JvmFlags.small(settings.heapMegabytes()))
                .withArguments(configuration.toString()));
    try {
      started.awaitReady(Readiness.port(settings.port()), START);
      return started;
    } catch (RuntimeException e) {
      started.kill();
      throw e;
    }
  }

  private static void format(BrokerSettings settings, Path configuration) {
    ServerProcess.runToEnd(
        command("kafka-format", "kafka.tools.StorageTool", settings)
            .withJvmFlags(JvmFlags.small(64))
            .withArguments(
                "format", "-t", Uuid.randomUuid().toString(), "-c", configuration.toString()),
        START);
  }

  private static JavaCommand command(String name, String mainClass, BrokerSettings settings) {
    return JavaCommand.of(name, mainClass, ServerJars.of(Stack.KAFKA), settings.directory())
        .withJvmFlags(JvmFlags.simpleLogger("warn"));
  }

  private static Path data(BrokerSettings settings) {
    return settings.directory().resolve("data");
  }

  private static Map<String, String> serverProperties(BrokerSettings settings) {
    int controllerPort = Ports.free();
    Map<String, String> properties = new TreeMap<>();
    properties.put("process.roles", "broker,controller");
    properties.put("node.id", "1");
    properties.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    properties.put(
        "listeners",
        "PLAINTEXT://127.0.0.1:" + settings.port() + ",CONTROLLER://127.0.0.1:" + controllerPort);
    properties.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + settings.port());
    properties.put("controller.listener.names", "CONTROLLER");
    properties.put("inter.broker.listener.name", "PLAINTEXT");
    properties.put("log.dirs", data(settings).toString());
    properties.put("offsets.topic.replication.factor", "1");
    properties.put("offsets.topic.num.partitions", "1");
    properties.put("transaction.state.log.replication.factor", "1");
    properties.put("transaction.state.log.min.isr", "1");
    properties.put("transaction.state.log.num.partitions", "1");
    properties.put("share.coordinator.state.topic.replication.factor", "1");
    properties.put("share.coordinator.state.topic.min.isr", "1");
    properties.put("group.initial.rebalance.delay.ms", "0");
    properties.put("log.cleaner.dedupe.buffer.size", "2097152");
    properties.putAll(settings.properties());
    return properties;
  }
}
