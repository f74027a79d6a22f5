/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config.keys;

import io.tidewater.connector.config.keys.ApacheOption.Treatment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every key that a configuration may hold. Whatever else it holds is a mistake. */
public final class KnownKeys {
  private final Set<String> options;
  private final List<KeyFamily> families;

  /**
   * The keys of this connector, to which those of Connect and of the Apache sink are added.
   *
   * @param options the keys of the options with a fixed key
   * @param families the options with a prefix
   */
  public KnownKeys(Collection<String> options, Collection<KeyFamily> families) {
    this.options = new TreeSet<>(options);
    this.families = List.copyOf(families);
  }

  /** What is wrong with the keys of a configuration, whatever their values. */
  public List<Problem> problems(Map<String, String> configuration) {
    List<Problem> problems = new ArrayList<>();
    configuration.forEach(
        (key, value) -> {
          Optional<ApacheOption> apache = unusedApacheOption(key);
          if (apache.isPresent()) {
            apache
                .filter(option -> !option.allows(value))
                .ifPresent(option -> problems.add(new Problem(key, option.note())));
          } else if (!isKnown(key)) {
            problems.add(new Problem(key, unknown(key)));
          }
        });
    return problems;
  }

  /** The options of a configuration that are accepted though they change nothing. */
  public List<ApacheOption> withoutEffect(Map<String, String> configuration) {
    return ApacheOptions.ALL.stream()
        .filter(option -> option.treatment() != Treatment.ACCEPTED)
        .filter(option -> configuration.containsKey(option.key()))
        .filter(option -> option.allows(configuration.getOrDefault(option.key(), "")))
        .toList();
  }

  private boolean isKnown(String key) {
    return options.contains(key)
        || ConnectKeys.contain(key)
        || families.stream().anyMatch(family -> family.contains(key));
  }

  private static Optional<ApacheOption> unusedApacheOption(String key) {
    return ApacheOptions.ALL.stream()
        .filter(option -> option.treatment() != Treatment.ACCEPTED)
        .filter(option -> option.key().equals(key))
        .findFirst();
  }

  private String unknown(String key) {
    String nearest =
        Stream.of(options, ConnectKeys.names(), familyKeys())
            .flatMap(Collection::stream)
            .min(Comparator.comparingInt(known -> EditDistance.between(key, known)))
            .orElseThrow();
    return "There is no such option. Did you mean %s? Options are never ignored in silence."
        .formatted(nearest);
  }

  private List<String> familyKeys() {
    return families.stream().map(KeyFamily::key).toList();
  }
}
