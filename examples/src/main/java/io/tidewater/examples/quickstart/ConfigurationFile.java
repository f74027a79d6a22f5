/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file with variables, {@code ${LIKE_THIS}}, filled in as {@code envsubst} does. Other uses of
 * {@code ${…}}, such as Connect's own {@code ${file:…}}, stay as they are.
 */
final class ConfigurationFile {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)}");

  private ConfigurationFile() {}

  /** The file's text with its variables filled in. */
  static String read(Path file, Map<String, String> variables) {
    try {
      return fill(text(file), variables);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /** The file's text as it is. */
  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  static String fill(String text, Map<String, String> variables) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            match -> {
              String value = variables.get(match.group(1));
              if (value == null) {
                throw new IllegalArgumentException("there is no value for " + match.group());
              }
              return Matcher.quoteReplacement(value);
            });
  }
}
