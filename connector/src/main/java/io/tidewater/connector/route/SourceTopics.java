/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.route;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The topics that the connector reads: Connect's options {@code topics} and {@code topics.regex}.
 *
 * @param names the topics listed by name; empty if a pattern selects them
 * @param pattern the pattern that selects them
 */
public record SourceTopics(SortedSet<String> names, Optional<Pattern> pattern) {
  public SourceTopics {
    names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
  }

  public static SourceTopics listed(SortedSet<String> names) {
    return new SourceTopics(names, Optional.empty());
  }

  public static SourceTopics matching(Pattern pattern) {
    return new SourceTopics(Collections.emptySortedSet(), Optional.of(pattern));
  }

  /** Whether there is exactly one topic and never will be another. */
  public boolean isSingle() {
    return pattern.isEmpty() && names.size() == 1;
  }
}
