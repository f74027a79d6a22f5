/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config.keys;

import java.util.List;
import java.util.Set;

/** The keys that Kafka Connect itself reads from a sink connector's configuration, 3.8 to 4.3. */
final class ConnectKeys {
  private static final Set<String> NAMES =
      Set.of(
          "name",
          "connector.class",
          "connector.plugin.version",
          "tasks.max",
          "tasks.max.enforce",
          "task.class",
          "task.id",
          "topics",
          "topics.regex",
          "key.converter",
          "value.converter",
          "header.converter",
          "config.action.reload",
          "transforms",
          "predicates");

  private static final List<String> PREFIXES =
      List.of(
          "key.converter.",
          "value.converter.",
          "header.converter.",
          "transforms.",
          "predicates.",
          "errors.",
          "consumer.override.",
          "producer.override.",
          "admin.override.");

  static boolean contain(String key) {
    return NAMES.contains(key) || PREFIXES.stream().anyMatch(key::startsWith);
  }

  static Set<String> names() {
    return NAMES;
  }

  private ConnectKeys() {}
}
