/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces <code>${env:NAME}</code> by what the environment holds, so that secrets can stay there.
 */
record EnvironmentReferences(Map<String, String> environment) {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{env:([^}]*)}");

  /**
   * The value of a setting with all references replaced.
   *
   * @throws IllegalArgumentException naming the setting and the variable that is not set
   */
  String resolve(Property property) {
    return REFERENCE
        .matcher(property.value())
        .replaceAll(reference -> Matcher.quoteReplacement(variable(property.key(), reference)));
  }

  private String variable(String key, MatchResult reference) {
    String value = environment.get(reference.group(1));
    if (value == null) {
      throw new IllegalArgumentException(
          "Property %s refers to environment variable %s, which is not set"
              .formatted(key, reference.group(1)));
    }
    return value;
  }
}
