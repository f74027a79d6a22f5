/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.store.jdbc;

import org.apache.iceberg.catalog.Namespace;

/** A namespace as one column: its levels, joined by U+001F, which no level may hold. */
final class NamespacePath {
  private static final String SEPARATOR = "\u001f";

  private NamespacePath() {}

  static String of(Namespace namespace) {
    return String.join(SEPARATOR, namespace.levels());
  }

  /** The path of the namespace that this one is in; that of a top-level one is the root's. */
  static String parentOf(Namespace namespace) {
    String path = of(namespace);
    int end = path.lastIndexOf(SEPARATOR);
    return end < 0 ? "" : path.substring(0, end);
  }

  static Namespace child(Namespace parent, String name) {
    String[] levels = new String[parent.length() + 1];
    System.arraycopy(parent.levels(), 0, levels, 0, parent.length());
    levels[parent.length()] = name;
    return Namespace.of(levels);
  }
}
