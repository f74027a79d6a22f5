/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.process;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** Writes the configuration files that servers read. */
public final class PropertiesFile {
  private PropertiesFile() {}

  /**
   * Writes or replaces a file, and the folders above it.
   *
   * @return the file
   */
  public static Path write(Path file, Map<String, String> entries) {
    Properties properties = new Properties();
    properties.putAll(entries);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (Writer writer = Files.newBufferedWriter(file)) {
        properties.store(writer, null);
      }
      return file;
    } catch (IOException e) {
      throw new ServerException("Cannot write " + file, e);
    }
  }
}
