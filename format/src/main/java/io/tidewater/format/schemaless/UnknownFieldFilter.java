/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schemaless;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Passes on those fields without a column that hold something. */
final class UnknownFieldFilter {
  private final String path;
  private final UnknownFields listener;

  UnknownFieldFilter(String path, UnknownFields listener) {
    this.path = path;
    this.listener = listener;
  }

  void found(String name, @Nullable Object value) {
    if (holdsSomething(value, 0)) {
      listener.unknown(path, name);
    }
  }

  /** Whether a column could be made for a value: the same question that inference answers. */
  private static boolean holdsSomething(@Nullable Object value, int depth) {
    if (value instanceof Map<?, ?> map && depth < SchemalessValue.DEEPEST) {
      return map.values().stream().anyMatch(inner -> holdsSomething(inner, depth + 1));
    }
    if (value instanceof List<?> list && depth < SchemalessValue.DEEPEST) {
      return list.stream().anyMatch(inner -> holdsSomething(inner, depth + 1));
    }
    return value != null;
  }
}
