/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.connection;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A Java properties file that a user names. */
final class PropertyFile {
  private PropertyFile() {}

  /** What the file says, if there is one, with single properties laid over it. */
  static Map<String, String> merged(@Nullable Path file, Map<String, String> single) {
    Map<String, String> merged = new HashMap<>();
    if (file != null) {
      Properties read = new Properties();
      try (Reader reader = Files.newBufferedReader(file)) {
        read.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        throw new NotConnectedException("cannot read the properties file " + file, e);
      }
      read.stringPropertyNames().forEach(key -> merged.put(key, read.getProperty(key)));
    }
    merged.putAll(single);
    return merged;
  }
}
