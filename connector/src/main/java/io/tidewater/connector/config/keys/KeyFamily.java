/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config.keys;

import java.util.regex.Pattern;

/**
 * Options that share a form and whose further name the user chooses.
 *
 * @param key how the family is written in the documentation, for instance {@code iceberg.kafka.*}
 * @param group the group of options that it belongs to
 * @param meaning what its options do
 */
public record KeyFamily(String key, String group, String meaning) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\*|<[a-z]+>");

  boolean contains(String candidate) {
    return candidate.matches(
        PLACEHOLDER
            .matcher(key.replace(".", "\\."))
            .replaceAll(found -> placeholder(found.group())));
  }

  private static String placeholder(String text) {
    return text.equals("<n>") ? "[1-9][0-9]*" : ".+";
  }
}
