/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import io.tidewater.connector.config.keys.KeyFamily;
import io.tidewater.connector.config.keys.OptionGroup;
import io.tidewater.connector.route.NameRules.Dashes;
import io.tidewater.connector.route.NameRules.LetterCase;
import io.tidewater.connector.route.RenamedTopicRouter;
import io.tidewater.connector.route.Router;
import io.tidewater.connector.route.SourceTopics;
import io.tidewater.connector.route.TopicRouter;
import io.tidewater.connector.route.TypeRouter;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/**
 * Which tables the records go to.
 *
 * @param topics the topics that are read
 * @param router decides for each record
 * @param listed the tables of {@code iceberg.tables}, in its order; empty if it is unset
 * @param onUnrouted what becomes of a record that no table takes
 */
public record RoutingOptions(
    SourceTopics topics, Router router, Set<TableIdentifier> listed, UnroutedPolicy onUnrouted) {
  static final String GROUP = "Routing";
  static final String TEMPLATE = "tidewater.table.template";
  static final String NAMESPACE = "tidewater.table.default-namespace";
  static final String DASHES = "tidewater.table.dashes";
  static final String CASE = "tidewater.table.case";
  static final String ON_UNROUTED = "tidewater.on-unrouted";
  static final String OVERRIDE_PREFIX = "tidewater.table.override.";
  static final String ROUTE_FIELD = "iceberg.tables.route-field";
  static final String DYNAMIC = "iceberg.tables.dynamic-enabled";
  static final String DEFAULT_TEMPLATE = "${topic}";
  static final String DEFAULT_NAMESPACE = "default";

  /** The key that lists tables. */
  public static final String TABLES = "iceberg.tables";

  public RoutingOptions {
    listed = Collections.unmodifiableSet(new LinkedHashSet<>(listed));
  }

  /** Whether the names of topics become the names of tables. */
  public boolean isByTopic() {
    return router instanceof TopicRouter
        || router instanceof RenamedTopicRouter
        || router instanceof TypeRouter;
  }

  static void define(ConfigDef definition) {
    new OptionGroup(definition, GROUP)
        .text(
            TEMPLATE,
            null,
            Importance.HIGH,
            "The table of a topic. Unset: ${topic}, the topic's name. Dots separate namespace levels"
                + " and table. ${topic.name} is what follows the last dot, ${topic.namespace} what"
                + " precedes it (or else the default namespace), ${topic.flat} the name with"
                + " underscores for dots; other text is literal: lake.${topic.flat}. ${record},"
                + " ${record.name}, ${record.namespace} and ${record.flat} are the same of the full"
                + " name of the record's type, so that each type in a topic has a table of its own;"
                + " without them the types of a topic share a table with the columns of all.")
        .text(
            NAMESPACE,
            DEFAULT_NAMESPACE,
            Importance.MEDIUM,
            "The namespace of a table whose name, from a topic or a record, has no dot.")
        .choice(
            DASHES,
            Dashes.REPLACE,
            Importance.LOW,
            "Whether a dash in a topic's name becomes an underscore in the table's or is kept. Every"
                + " other character but ASCII letters, digits and dots becomes an underscore.")
        .choice(
            CASE,
            LetterCase.LOWER,
            Importance.LOW,
            "Whether a topic's name is put into lower case for the table's or kept.")
        .list(
            TABLES,
            null,
            Importance.MEDIUM,
            "Tables that take the records, in place of tables named by topics. Without"
                + " iceberg.tables.route-field every record goes to every one of them.")
        .text(
            ROUTE_FIELD,
            null,
            Importance.MEDIUM,
            "The field of the record's value, with dots into structs, by which it is routed: matched"
                + " against iceberg.table.<table>.route-regex, or the table's name itself with"
                + " iceberg.tables.dynamic-enabled.")
        .flag(
            DYNAMIC,
            false,
            Importance.MEDIUM,
            "Whether iceberg.tables.route-field holds the table's name, which is put into lower"
                + " case.")
        .choice(
            ON_UNROUTED,
            UnroutedPolicy.REJECT,
            Importance.MEDIUM,
            "What becomes of a record that no table takes, for instance because no route-regex"
                + " matches: reject treats it as a bad record, by Connect's errors.* options; skip"
                + " leaves it out and counts it, as the Apache sink does without counting.");
  }

  static List<KeyFamily> families() {
    return List.of(
        new KeyFamily(
            OVERRIDE_PREFIX + "<n>.regex",
            GROUP,
            "A regex: the topics that it matches in full go to the table of the same number. Lower"
                + " numbers come first."),
        new KeyFamily(
            OVERRIDE_PREFIX + "<n>.table",
            GROUP,
            "The table of those topics; ${1} or ${name} stand for the regex's groups. Several topics"
                + " may go to one table in this way."));
  }
}
