/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import io.tidewater.connector.config.keys.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Tells whether the transforms of a connector may give a record another topic. */
final class TopicRenames {
  private static final Set<String> RENAMING =
      Set.of(
          "org.apache.kafka.connect.transforms.RegexRouter",
          "org.apache.kafka.connect.transforms.TimestampRouter");

  /** The packages whose other transforms leave the topic alone. */
  private static final List<String> KEEPING =
      List.of(
          "org.apache.kafka.connect.transforms.",
          "org.apache.iceberg.connect.transforms.",
          "io.tabular.iceberg.connect.transforms.");

  static boolean possible(Settings settings) {
    return Arrays.stream(settings.raw("transforms").orElse("").split(","))
        .map(String::trim)
        .filter(name -> !name.isEmpty())
        .map(name -> settings.raw("transforms." + name + ".type").orElse(""))
        .anyMatch(type -> RENAMING.contains(type) || KEEPING.stream().noneMatch(type::startsWith));
  }

  private TopicRenames() {}
}
