/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All options that there are, by name. What names none of them is a mistake, and is told. */
public final class OptionBook {
  private final Map<String, PolicyOption<?>> options = new TreeMap<>();

  /**
   * @throws IllegalArgumentException two options share a name
   */
  public OptionBook(Collection<PolicyOption<?>> options) {
    for (PolicyOption<?> option : options) {
      PolicyOption<?> other = this.options.putIfAbsent(option.name(), option);
      if (other != null && other != option) {
        throw new IllegalArgumentException("two options are called " + option.name());
      }
    }
  }

  /** All of them, by name. */
  public Collection<PolicyOption<?>> options() {
    return Collections.unmodifiableCollection(options.values());
  }

  public Optional<PolicyOption<?>> find(String name) {
    return Optional.ofNullable(options.get(name));
  }

  /**
   * What is wrong with the settings of a policy: names that there are not, values that are none.
   */
  public List<String> problems(Policy policy) {
    List<String> problems = new ArrayList<>();
    new TreeMap<>(policy.settings())
        .forEach((name, setting) -> problem(name, setting.origin()).ifPresent(problems::add));
    for (PolicyOption<?> option : options.values()) {
      try {
        policy.get(option);
      } catch (IllegalArgumentException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    return problems;
  }

  private Optional<String> problem(String name, String origin) {
    return options.containsKey(name)
        ? Optional.empty()
        : Optional.of("%s (%s) is no option%s".formatted(name, origin, suggestion(name)));
  }

  private String suggestion(String name) {
    return NearestName.of(name, options.keySet())
        .map(near -> "; did you mean " + near + "?")
        .orElse("; docs/compaction.md lists all of them");
  }
}
