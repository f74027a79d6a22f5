/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.policy;

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
   * A value with all references replaced.
   *
   * @throws IllegalArgumentException naming the setting and the variable that is not set
   */
  String resolve(String name, String value) {
    return REFERENCE
        .matcher(value)
        .replaceAll(reference -> Matcher.quoteReplacement(variable(name, reference)));
  }

  private String variable(String name, MatchResult reference) {
    String value = environment.get(reference.group(1));
    if (value == null) {
      throw new IllegalArgumentException(
          "%s refers to environment variable %s, which is not set"
              .formatted(name, reference.group(1)));
    }
    return value;
  }
}
