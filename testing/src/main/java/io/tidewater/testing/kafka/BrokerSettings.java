/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.kafka;

import io.tidewater.testing.process.Ports;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * How to run a broker.
 *
 * @param directory holds data, configuration and log; data that is already there is served again
 * @param port the loopback port for clients
 * @param heapMegabytes the JVM's maximum heap
 * @param properties additions to {@code server.properties}, which win over the fixture's own
 */
public record BrokerSettings(
    Path directory, int port, int heapMegabytes, Map<String, String> properties) {

  public BrokerSettings {
    directory = directory.toAbsolutePath();
    properties = Map.copyOf(properties);
  }

  /** A broker with 256 MB of heap on a free port. */
  public static BrokerSettings in(Path directory) {
    return new BrokerSettings(directory, Ports.free(), 256, Map.of());
  }

  public BrokerSettings withPort(int chosen) {
    return new BrokerSettings(directory, chosen, heapMegabytes, properties);
  }

  public BrokerSettings withHeapMegabytes(int megabytes) {
    return new BrokerSettings(directory, port, megabytes, properties);
  }

  public BrokerSettings withProperty(String key, String value) {
    Map<String, String> more = new TreeMap<>(properties);
    more.put(key, value);
    return new BrokerSettings(directory, port, heapMegabytes, more);
  }
}
