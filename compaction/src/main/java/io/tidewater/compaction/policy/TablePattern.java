/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.policy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names of tables with their namespaces, such as {@code shop.orders}; {@code *} stands for any
 * characters.
 */
public final class TablePattern {
  /** The less specific first: fewer letters that must match, then by their text. */
  static final Comparator<TablePattern> BY_SPECIFICITY =
      Comparator.<TablePattern>comparingInt(pattern -> pattern.text.replace("*", "").length())
          .thenComparing(pattern -> pattern.text.contains("*") ? 0 : 1)
          .thenComparing(pattern -> pattern.text);

  private final String text;
  private final Pattern pattern;

  public TablePattern(String text) {
    this.text = text;
    this.pattern =
        Pattern.compile(
            Arrays.stream(text.split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")));
  }

  public boolean matches(String table) {
    return pattern.matcher(table).matches();
  }

  @Override
  public String toString() {
    return text;
  }
}
