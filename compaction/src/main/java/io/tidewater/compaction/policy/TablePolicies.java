/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What the service's configuration says of tables: of all, and of those that match patterns. */
public final class TablePolicies {
  /** Defaults for all tables. */
  public static final TablePolicies DEFAULTS = new TablePolicies(Policy.DEFAULTS, List.of());

  private final Policy global;
  private final List<Rule> rules;

  TablePolicies(Policy global, List<Rule> rules) {
    this.global = global;
    this.rules =
        rules.stream()
            .sorted(Comparator.comparing(Rule::tables, TablePattern.BY_SPECIFICITY))
            .toList();
  }

  /**
   * Settings for some tables.
   *
   * @param origin where they stand, for people
   */
  record Rule(TablePattern tables, Map<String, String> settings, String origin) {}

  /**
   * What is in force for a table, before Iceberg's own properties and the defaults.
   *
   * @param table its full name
   */
  public Policy of(String table, Map<String, String> tableProperties) {
    return configured(table).forTable(tableProperties);
  }

  /** What the configuration says of a table; what the table says itself is not in it. */
  public Policy configured(String table) {
    Policy policy = global;
    for (Rule rule : rules) {
      if (rule.tables().matches(table)) {
        policy = policy.with(rule.settings(), rule.origin());
      }
    }
    return policy;
  }

  Policy global() {
    return global;
  }

  /** What the rules say, each by itself, to be checked. */
  List<Policy> ruled() {
    return rules.stream()
        .map(rule -> Policy.DEFAULTS.with(rule.settings(), rule.origin()))
        .toList();
  }
}
