/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.storage;

import java.nio.file.Path;

/**
 * The path that a location names. As in Hadoop, everything after the scheme is taken literally:
 * {@code %20} is three characters, not a space, so that both find the same file.
 */
final class LocalPath {
  private static final String SCHEME = "file:";

  private LocalPath() {}

  static Path of(String location) {
    if (!location.startsWith(SCHEME)) {
      return Path.of(location);
    }
    String path = location.substring(SCHEME.length());
    return Path.of(path.startsWith("///") ? path.substring(2) : path);
  }
}
