/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import io.tidewater.connector.config.keys.Settings;
import io.tidewater.connector.route.DynamicRouter;
import io.tidewater.connector.route.FieldPath;
import io.tidewater.connector.route.FixedRouter;
import io.tidewater.connector.route.NameRules;
import io.tidewater.connector.route.NameRules.Dashes;
import io.tidewater.connector.route.NameRules.LetterCase;
import io.tidewater.connector.route.PatternRouter;
import io.tidewater.connector.route.RenamedTopicRouter;
import io.tidewater.connector.route.Router;
import io.tidewater.connector.route.SourceTopics;
import io.tidewater.connector.route.TopicOverride;
import io.tidewater.connector.route.TopicRouter;
import io.tidewater.connector.route.TopicTemplate;
import io.tidewater.connector.route.TypeRouter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;

/** Reads {@link RoutingOptions} and builds the one router that they ask for. */
final class RoutingReader {
  private static final String TOPICS = "topics";
  private static final String TOPICS_REGEX = "topics.regex";

  private final Settings settings;

  RoutingReader(Settings settings) {
    this.settings = settings;
  }

  RoutingOptions read() {
    SourceTopics topics = topics();
    Set<TableIdentifier> listed = new LinkedHashSet<>();
    for (String name : settings.list(RoutingOptions.TABLES)) {
      settings.parse(RoutingOptions.TABLES, name, RoutingReader::table).ifPresent(listed::add);
    }
    return new RoutingOptions(
        topics,
        router(topics, listed),
        listed,
        settings.choice(RoutingOptions.ON_UNROUTED, UnroutedPolicy.REJECT));
  }

  private SourceTopics topics() {
    Optional<Pattern> pattern =
        settings
            .raw(TOPICS_REGEX)
            .flatMap(text -> settings.parse(TOPICS_REGEX, text, Pattern::compile));
    if (pattern.isPresent()) {
      return SourceTopics.matching(pattern.get());
    }
    List<String> names = Arrays.asList(settings.raw(TOPICS).orElse("").trim().split("\\s*,\\s*"));
    TreeSet<String> listed = new TreeSet<>(names);
    listed.remove("");
    return SourceTopics.listed(listed);
  }

  private Router router(SourceTopics topics, Set<TableIdentifier> listed) {
    boolean dynamic = settings.flag(RoutingOptions.DYNAMIC).orElse(false);
    Optional<FieldPath> field =
        settings
            .text(RoutingOptions.ROUTE_FIELD)
            .flatMap(path -> settings.parse(RoutingOptions.ROUTE_FIELD, path, FieldPath::parse));
    if (dynamic && !listed.isEmpty()) {
      settings.report(
          RoutingOptions.DYNAMIC,
          "Tables are either listed in iceberg.tables or named by a field of the record; remove one"
              + " of the two");
    }
    if (dynamic && field.isEmpty()) {
      settings.report(
          RoutingOptions.ROUTE_FIELD,
          "Say which field of the record names its table, or set"
              + " iceberg.tables.dynamic-enabled=false");
    }
    if (dynamic || !listed.isEmpty()) {
      refuseTemplate();
    }
    if (dynamic) {
      return new DynamicRouter(
          field.orElseGet(() -> new FieldPath(List.of("unset"))), rules(), topics);
    }
    if (listed.isEmpty()) {
      field.ifPresent(
          path ->
              settings.report(
                  RoutingOptions.ROUTE_FIELD,
                  "It routes only to tables of iceberg.tables, or with"
                      + " iceberg.tables.dynamic-enabled=true; here topics name the tables"));
      return topicRouter(topics);
    }
    return field
        .<Router>map(path -> patternRouter(path, listed, topics))
        .orElseGet(() -> fixedRouter(listed, topics));
  }

  private Router fixedRouter(Set<TableIdentifier> listed, SourceTopics topics) {
    for (TableIdentifier table : listed) {
      if (TableKey.ROUTE_REGEX.value(settings.all(), table).isPresent()) {
        settings.report(
            TableKey.ROUTE_REGEX.of(table),
            "It has no field to match; set iceberg.tables.route-field");
      }
    }
    return new FixedRouter(List.copyOf(listed), topics);
  }

  private Router patternRouter(FieldPath field, Set<TableIdentifier> listed, SourceTopics topics) {
    Map<TableIdentifier, Pattern> patterns = new LinkedHashMap<>();
    for (TableIdentifier table : listed) {
      String key = TableKey.ROUTE_REGEX.of(table);
      Optional<String> regex = settings.raw(key);
      if (regex.isEmpty()) {
        settings.report(
            key, "Without it no record reaches the table, as iceberg.tables.route-field is set");
      }
      regex
          .flatMap(text -> settings.parse(key, text, Pattern::compile))
          .ifPresent(pattern -> patterns.put(table, pattern));
    }
    return new PatternRouter(field, patterns, topics);
  }

  private Router topicRouter(SourceTopics topics) {
    String text = settings.text(RoutingOptions.TEMPLATE).orElse(RoutingOptions.DEFAULT_TEMPLATE);
    TopicTemplate template =
        settings
            .parse(RoutingOptions.TEMPLATE, text, TopicTemplate::parse)
            .orElseGet(() -> TopicTemplate.parse(RoutingOptions.DEFAULT_TEMPLATE));
    List<TopicOverride> overrides = new OverrideReader(settings).read();
    if (template.isByType()) {
      return new TypeRouter(template, overrides, rules(), topics);
    }
    TopicRouter router = new TopicRouter(template, overrides, rules());
    if (TopicRenames.possible(settings)) {
      return new RenamedTopicRouter(router);
    }
    router.clashes(topics.names()).forEach(clash -> settings.report(TOPICS, clash.message()));
    router
        .unrouted(topics.names())
        .forEach((topic, reason) -> settings.report(TOPICS, "Topic " + topic + ": " + reason));
    return router;
  }

  private void refuseTemplate() {
    List<String> unused = new ArrayList<>();
    settings.raw(RoutingOptions.TEMPLATE).ifPresent(text -> unused.add(RoutingOptions.TEMPLATE));
    settings
        .withPrefix(RoutingOptions.OVERRIDE_PREFIX)
        .keySet()
        .forEach(key -> unused.add(RoutingOptions.OVERRIDE_PREFIX + key));
    unused.forEach(
        key ->
            settings.report(
                key,
                "It names tables by topics, but iceberg.tables or iceberg.tables.dynamic-enabled"
                    + " names them otherwise; remove one of the two"));
  }

  private NameRules rules() {
    String namespace =
        settings.text(RoutingOptions.NAMESPACE).orElse(RoutingOptions.DEFAULT_NAMESPACE);
    return new NameRules(
        settings.choice(RoutingOptions.DASHES, Dashes.REPLACE),
        settings.choice(RoutingOptions.CASE, LetterCase.LOWER),
        Namespace.of(namespace.split("\\.")));
  }

  private static TableIdentifier table(String name) {
    if (Arrays.stream(name.split("\\.", -1)).anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          "'%s' is no table name: a part between its dots is empty".formatted(name));
    }
    return TableIdentifier.parse(name);
  }
}
