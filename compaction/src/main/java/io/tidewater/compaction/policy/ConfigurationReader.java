/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads settings as they stand in a properties file:
 *
 * <ul>
 *   <li>{@code catalog.NAME}: a property of the Iceberg catalog
 *   <li>{@code registry.NAME}: a setting of the schema registry
 *   <li>{@code spark.NAME}: a setting of Spark's own
 *   <li>{@code service.NAME} or the name of another option of the service itself
 *   <li>{@code OPTION}: an option for all tables
 *   <li>{@code tables[PATTERN].OPTION}: an option for the tables that match; the most specific
 *       pattern wins
 * </ul>
 *
 * In every value, <code>${env:NAME}</code> stands for an environment variable.
 */
public final class ConfigurationReader {
  private static final String CATALOG = "catalog.";
  private static final String REGISTRY = "registry.";
  private static final String SPARK = "spark.";
  private static final Pattern FOR_TABLES = Pattern.compile("tables\\[([^\\]]+)]\\.(.+)");

  private final OptionBook service;
  private final OptionBook tables;
  private final EnvironmentReferences environment;

  public ConfigurationReader(
      OptionBook service, OptionBook tables, Map<String, String> environment) {
    this.service = service;
    this.tables = tables;
    this.environment = new EnvironmentReferences(Map.copyOf(environment));
  }

  /**
   * Reads all settings.
   *
   * @param origin where they stand, for people
   * @throws IllegalArgumentException some are wrong; the message names each of them, and no value
   *     that may be a secret
   */
  public Configuration read(Map<String, String> settings, String origin) {
    Map<String, String> catalog = new HashMap<>();
    Map<String, String> registry = new HashMap<>();
    Map<String, String> spark = new HashMap<>();
    Map<String, String> ofService = new HashMap<>();
    Map<String, String> global = new HashMap<>();
    Map<String, Map<String, String>> ofTables = new TreeMap<>();
    new TreeMap<>(settings)
        .forEach(
            (name, text) -> {
              String value = environment.resolve(name, text);
              Matcher forTables = FOR_TABLES.matcher(name);
              if (name.startsWith(CATALOG)) {
                catalog.put(name.substring(CATALOG.length()), value);
              } else if (name.startsWith(REGISTRY)) {
                registry.put(name.substring(REGISTRY.length()), value);
              } else if (name.startsWith(SPARK)) {
                spark.put(name, value);
              } else if (forTables.matches()) {
                ofTables
                    .computeIfAbsent(forTables.group(1), pattern -> new HashMap<>())
                    .put(forTables.group(2), value);
              } else if (service.find(name).isPresent()) {
                ofService.put(name, value);
              } else {
                global.put(name, value);
              }
            });
    Configuration read =
        new Configuration(
            catalog,
            registry,
            spark,
            Policy.DEFAULTS.with(ofService, origin),
            new TablePolicies(Policy.DEFAULTS.with(global, origin), rules(ofTables, origin)));
    check(read);
    return read;
  }

  private static List<TablePolicies.Rule> rules(
      Map<String, Map<String, String>> ofTables, String origin) {
    return ofTables.entrySet().stream()
        .map(
            entry ->
                new TablePolicies.Rule(
                    new TablePattern(entry.getKey()),
                    entry.getValue(),
                    "%s, tables[%s]".formatted(origin, entry.getKey())))
        .toList();
  }

  private void check(Configuration read) {
    List<String> problems = new ArrayList<>(service.problems(read.service()));
    // A mistyped name may have been meant as any option, of the service or of tables.
    problems.addAll(both().problems(read.tables().global()));
    read.tables().ruled().forEach(policy -> problems.addAll(tables.problems(policy)));
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join(System.lineSeparator(), problems));
    }
  }

  private OptionBook both() {
    List<PolicyOption<?>> all = new ArrayList<>(service.options());
    all.addAll(tables.options());
    return new OptionBook(all);
  }
}
