/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The version of this plugin, which the build writes beside the classes. */
final class PluginVersion {
  private static final String RESOURCE = "version.properties";

  static String current() {
    try (InputStream resource =
        Objects.requireNonNull(PluginVersion.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      Properties properties = new Properties();
      properties.load(resource);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PluginVersion() {}
}
