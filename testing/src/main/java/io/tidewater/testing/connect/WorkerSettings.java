/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.connect;

import io.tidewater.testing.process.JvmFlags;
import io.tidewater.testing.process.Ports;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How to run a worker.
 *
 * @param directory holds configuration and log; each worker of a group needs its own
 * @param bootstrapServers the Kafka cluster
 * @param groupId workers with the same one share connectors, configuration and offsets
 * @param port the loopback port of the REST interface
 * @param version the release of Kafka Connect
 * @param pluginPath folders of plugins, each a folder of jars, for {@code plugin.path}
 * @param jvmFlags flags of the worker's JVM
 * @param properties additions to the worker's configuration, which win over the fixture's own
 */
public record WorkerSettings(
    Path directory,
    String bootstrapServers,
    String groupId,
    int port,
    ConnectVersion version,
    List<Path> pluginPath,
    List<String> jvmFlags,
    Map<String, String> properties) {

  public WorkerSettings {
    directory = directory.toAbsolutePath();
    pluginPath = List.copyOf(pluginPath);
    jvmFlags = List.copyOf(jvmFlags);
    properties = Map.copyOf(properties);
  }

  /** A worker of the newest release with 384 MB of heap, no plugins, and a free port. */
  public static WorkerSettings in(Path directory, String bootstrapServers, String groupId) {
    return new WorkerSettings(
        directory,
        bootstrapServers,
        groupId,
        Ports.free(),
        ConnectVersion.NEWEST,
        List.of(),
        JvmFlags.small(384),
        Map.of());
  }

  public WorkerSettings withPort(int chosen) {
    return new WorkerSettings(
        directory, bootstrapServers, groupId, chosen, version, pluginPath, jvmFlags, properties);
  }

  public WorkerSettings withVersion(ConnectVersion chosen) {
    return new WorkerSettings(
        directory, bootstrapServers, groupId, port, chosen, pluginPath, jvmFlags, properties);
  }

  /** Replaces the plugin path: the folders that hold one folder of jars for each plugin. */
  public WorkerSettings withPluginPath(Path... folders) {
    return new WorkerSettings(
        directory,
        bootstrapServers,
        groupId,
        port,
        version,
        Stream.of(folders).map(Path::toAbsolutePath).toList(),
        jvmFlags,
        properties);
  }

  /** Adds JVM flags; a later {@code -Xmx} wins over an earlier one. */
  public WorkerSettings withJvmFlags(String... flags) {
    List<String> more = Stream.concat(jvmFlags.stream(), Stream.of(flags)).toList();
    return new WorkerSettings(
        directory, bootstrapServers, groupId, port, version, pluginPath, more, properties);
  }

  public WorkerSettings withHeapMegabytes(int megabytes) {
    return withJvmFlags("-Xmx" + megabytes + "m");
  }

  /** Logs one logger, or a whole package, from a level on; the rest logs from {@code info} on. */
  public WorkerSettings withLogLevel(String logger, String level) {
    return withJvmFlags("-Dorg.slf4j.simpleLogger.log." + logger + "=" + level);
  }

  public WorkerSettings withProperty(String key, String value) {
    Map<String, String> more = new TreeMap<>(properties);
    more.put(key, value);
    return new WorkerSettings(
        directory, bootstrapServers, groupId, port, version, pluginPath, jvmFlags, more);
  }
}
