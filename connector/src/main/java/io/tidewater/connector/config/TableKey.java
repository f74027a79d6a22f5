/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import io.tidewater.connector.config.keys.KeyFamily;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.catalog.TableIdentifier;

/** The options that can be set for one table: {@code iceberg.table.<table>.<key>}. */
enum TableKey {
  ROUTE_REGEX(
      "route-regex",
      RoutingOptions.GROUP,
      "With iceberg.tables.route-field: the table takes the records whose field this regex matches"
          + " in full."),
  COMMIT_BRANCH(
      "commit-branch", TableOptions.GROUP, "In place of iceberg.tables.default-commit-branch."),
  ID_COLUMNS("id-columns", TableOptions.GROUP, "In place of iceberg.tables.default-id-columns."),
  PARTITION_BY(
      "partition-by", TableOptions.GROUP, "In place of iceberg.tables.default-partition-by."),
  SORT_BY("sort-by", TableOptions.GROUP, "In place of tidewater.sort-by."),
  COMMIT_INTERVAL(
      "commit.interval-ms", CommitOptions.GROUP, "In place of iceberg.control.commit.interval-ms."),
  COMMIT_BYTES("commit.bytes", CommitOptions.GROUP, "In place of tidewater.commit.bytes."),
  COMMIT_RECORDS("commit.records", CommitOptions.GROUP, "In place of tidewater.commit.records."),
  WRITE_MODE("write.mode", TableOptions.GROUP, "In place of tidewater.write.mode."),
  TOMBSTONES("tombstones", TableOptions.GROUP, "In place of tidewater.tombstones.");

  static final String PREFIX = "iceberg.table.";

  private final String suffix;
  private final String group;
  private final String meaning;

  TableKey(String suffix, String group, String meaning) {
    this.suffix = suffix;
    this.group = group;
    this.meaning = meaning;
  }

  static List<KeyFamily> families() {
    return Arrays.stream(values())
        .map(key -> new KeyFamily(PREFIX + "<table>." + key.suffix, key.group, key.meaning))
        .toList();
  }

  /** The whole key for a table. */
  String of(TableIdentifier table) {
    return PREFIX + table + "." + suffix;
  }

  /** What the user set for a table; an empty text is a setting too. */
  Optional<String> value(Map<String, String> configuration, TableIdentifier table) {
    return Optional.ofNullable(configuration.get(of(table)));
  }

  /** The table in a key of this kind, or nothing for other keys. */
  Optional<TableIdentifier> tableIn(String key) {
    String end = "." + suffix;
    return key.startsWith(PREFIX)
            && key.endsWith(end)
            && key.length() > PREFIX.length() + end.length()
        ? Optional.of(
            TableIdentifier.parse(key.substring(PREFIX.length(), key.length() - end.length())))
        : Optional.empty();
  }
}
