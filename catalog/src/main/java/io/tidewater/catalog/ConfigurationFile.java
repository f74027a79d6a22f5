/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * A properties file that stands for options of the command line: {@code port=8181} for {@code
 * --port=8181}, {@code property.s3.endpoint=URL} for {@code --property=s3.endpoint=URL}.
 */
final class ConfigurationFile {
  /** The option that names the file. */
  static final String OPTION = "--config";

  private static final Set<String> SETTINGS =
      Set.of("port", "host", "allow-remote", "data", "warehouse", "vend-static-credentials");
  private static final List<String> GROUPS = List.of("property", "client-property");

  private ConfigurationFile() {}

  /**
   * The command line, after the options of the file that it names: later options win.
   *
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if it holds what is no option; values are not repeated
   */
  static String[] expand(String[] arguments) throws IOException {
    List<String> expanded = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].startsWith(OPTION + "=")) {
        expanded.addAll(options(Path.of(arguments[i].substring(OPTION.length() + 1))));
      } else if (arguments[i].equals(OPTION) && i + 1 < arguments.length) {
        expanded.addAll(options(Path.of(arguments[i + 1])));
      }
    }
    expanded.addAll(List.of(arguments));
    return expanded.toArray(String[]::new);
  }

  private static List<String> options(Path file) throws IOException {
    Properties entries = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      entries.load(reader);
    } catch (IOException e) {
      throw new IOException("Cannot read the configuration file " + file, e);
    }
    List<String> options = new ArrayList<>();
    for (String key : new TreeSet<>(entries.stringPropertyNames())) {
      options.add(option(file, key, entries.getProperty(key)));
    }
    return options;
  }

  private static String option(Path file, String key, String value) {
    if (SETTINGS.contains(key)) {
      return "--%s=%s".formatted(key, value);
    }
    return GROUPS.stream()
        .filter(group -> key.startsWith(group + "."))
        .findFirst()
        .map(group -> "--%s=%s=%s".formatted(group, key.substring(group.length() + 1), value))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s holds %s, which is no setting; known are %s, property.… and client-property.…"
                        .formatted(file, key, String.join(", ", new TreeSet<>(SETTINGS)))));
  }
}
