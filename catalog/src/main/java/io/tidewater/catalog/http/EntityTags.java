/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.http;

import java.util.Arrays;
import java.util.List;

/** Reads {@code If-None-Match}. */
final class EntityTags {
  private EntityTags() {}

  /** Whether one of the tags that a client already has is the current one. */
  static boolean match(List<String> ifNoneMatch, String current) {
    return ifNoneMatch.stream()
        .flatMap(header -> Arrays.stream(header.split(",")))
        .map(String::strip)
        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
        .anyMatch(tag -> tag.equals(current) || tag.equals("*"));
  }
}
