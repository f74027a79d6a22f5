/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import io.tidewater.connector.config.keys.Problem;
import java.util.Map;
import java.util.TreeMap;

/** Configurations for tests: the least that works, with additions. */
public final class Configurations {

  /** A configuration by topic, with keys and values to add or, with null, to take away. */
  public static Map<String, String> with(String... keysAndValues) {
    Map<String, String> configuration = new TreeMap<>();
    configuration.put("name", "lake");
    configuration.put("connector.class", "io.tidewater.connector.TidewaterSinkConnector");
    configuration.put("topics", "orders");
    configuration.put("iceberg.catalog.type", "rest");
    configuration.put("iceberg.catalog.uri", "http://localhost:1");
    configuration.put("iceberg.kafka.bootstrap.servers", "localhost:2");
    for (int index = 0; index < keysAndValues.length; index += 2) {
      configuration.put(keysAndValues[index], keysAndValues[index + 1]);
    }
    configuration.values().removeIf("absent"::equals);
    return configuration;
  }

  static Reading reading(String... keysAndValues) {
    return Reading.of(with(keysAndValues), WorkerProperties.none());
  }

  /** The options, or a failure that names what is wrong. */
  static SinkOptions options(String... keysAndValues) {
    return reading(keysAndValues).orThrow();
  }

  /** The one problem of a configuration. */
  static Problem problem(String... keysAndValues) {
    Reading reading = reading(keysAndValues);
    if (reading.problems().size() != 1) {
      throw new AssertionError("Expected one problem but found " + reading.problems());
    }
    return reading.problems().get(0);
  }

  private Configurations() {}
}
