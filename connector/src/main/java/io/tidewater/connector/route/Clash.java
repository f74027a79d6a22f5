/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.route;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.iceberg.catalog.TableIdentifier;

/**
 * Topics whose names become the same table name by the rules for dashes, dots and case, so that
 * their records would be mixed by accident.
 *
 * @param table the table that they would share
 * @param topics two topics or more
 */
public record Clash(TableIdentifier table, SortedSet<String> topics) {
  public Clash {
    topics = Collections.unmodifiableSortedSet(new TreeSet<>(topics));
  }

  /** What is wrong and what to do about it. */
  public String message() {
    return "The topics %s would all become table %s. If they belong together, say so with %s; if not, give them different tables there."
        .formatted(topics, table, "tidewater.table.override.<n>.regex and .table");
  }
}
