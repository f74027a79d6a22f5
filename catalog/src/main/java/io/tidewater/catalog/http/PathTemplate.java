/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.http;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The path of a route: fixed segments, and variables in braces. This server has one warehouse and
 * so no prefix: {@code {prefix}} stands for nothing.
 */
record PathTemplate(List<String> segments) {
  private static final String PREFIX = "{prefix}";

  static PathTemplate parse(String path) {
    return new PathTemplate(
        split(path).stream().filter(segment -> !segment.equals(PREFIX)).toList());
  }

  /** The segments of a path, still encoded. */
  static List<String> split(String path) {
    return Arrays.asList(path.substring(1).split("/", -1));
  }

  /** The values of the variables, still encoded; empty if this is not the template of the path. */
  Optional<Map<String, String>> match(List<String> path) {
    if (path.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < path.size(); i++) {
      String segment = segments.get(i);
      if (segment.startsWith("{")) {
        variables.put(segment.substring(1, segment.length() - 1), path.get(i));
      } else if (!segment.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }
}
