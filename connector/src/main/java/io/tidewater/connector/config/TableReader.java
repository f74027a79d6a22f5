/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import io.tidewater.connector.config.keys.Settings;
import io.tidewater.connector.config.layout.ColumnTransform;
import io.tidewater.connector.config.layout.SortField;
import io.tidewater.format.schema.ColumnNames;
import io.tidewater.format.schema.ConflictPolicy;
import io.tidewater.format.schema.NameMatching;
import io.tidewater.format.schema.Naming;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.iceberg.catalog.TableIdentifier;

/** Reads {@link TableOptions}, for all tables and for single ones. */
final class TableReader {
  private static final String MAIN = "main";
  private static final String FORMAT_VERSION_PROPERTY = "format-version";

  private final Settings settings;
  private final Map<String, String> configuration;
  private final Optional<TombstonePolicy> tombstones;

  TableReader(Settings settings) {
    this.settings = settings;
    this.configuration = settings.all();
    this.tombstones =
        settings
            .text(TableOptions.TOMBSTONES)
            .flatMap(
                name -> settings.constant(TableOptions.TOMBSTONES, name, TombstonePolicy.class));
  }

  TableOptions read(RoutingOptions routing, Cadence cadence) {
    WriteMode mode = settings.choice(TableOptions.WRITE_MODE, WriteMode.APPEND);
    TableSettings defaults =
        new TableSettings(
            settings.text(TableOptions.BRANCH).orElse(MAIN),
            parsed(TableOptions.ID_COLUMNS, TableReader::names),
            parsed(TableOptions.PARTITION_BY, ColumnTransform::parseList),
            parsed(TableOptions.SORT_BY, SortField::parseList),
            cadence,
            mode,
            tombstones.orElse(unsetTombstones(mode)));
    return new TableOptions(
        createOptions(routing),
        new EvolveOptions(
            settings.flag(TableOptions.EVOLVE).orElse(routing.isByTopic()),
            settings.flag(TableOptions.FORCE_OPTIONAL).orElse(false),
            naming(),
            onConflict(),
            settings.flag(TableOptions.EVOLVE_LAYOUT).orElse(false)),
        settings.withPrefix(TableOptions.WRITE_PREFIX),
        defaults,
        exceptions(defaults, routing.listed()));
  }

  private Naming naming() {
    NameMatching matching =
        settings.flag(TableOptions.CASE_INSENSITIVE).orElse(false)
            ? NameMatching.CASE_INSENSITIVE
            : NameMatching.CASE_SENSITIVE;
    return new Naming(matching, settings.choice(TableOptions.COLUMN_NAMES, ColumnNames.AS_IS));
  }

  private ConflictPolicy onConflict() {
    return settings
        .text(TableOptions.ON_CONFLICT)
        .flatMap(name -> settings.constant(TableOptions.ON_CONFLICT, name, ConflictPolicy.class))
        .orElseGet(this::unsetOnConflict);
  }

  /**
   * A registry lets pass only schemas that readers can follow, so the table follows too. Who keeps
   * bad records keeps those of a conflict as well.
   */
  private ConflictPolicy unsetOnConflict() {
    if (FormatReader.valuesNeedRegistry(settings)) {
      return ConflictPolicy.NEW_COLUMN;
    }
    boolean kept =
        settings.raw("errors.tolerance").map("all"::equalsIgnoreCase).orElse(false)
            || settings.raw(DeadLetterOptions.KEEPER).map("table"::equals).orElse(false);
    return kept ? ConflictPolicy.DEAD_LETTER : ConflictPolicy.FAIL;
  }

  private CreateOptions createOptions(RoutingOptions routing) {
    Map<String, String> properties = new TreeMap<>(settings.withPrefix(TableOptions.CREATE_PREFIX));
    Optional<String> option = settings.raw(TableOptions.FORMAT_VERSION).map(String::trim);
    Optional<String> property = Optional.ofNullable(properties.remove(FORMAT_VERSION_PROPERTY));
    if (option.isPresent() && property.isPresent() && !option.equals(property)) {
      settings.report(
          TableOptions.FORMAT_VERSION,
          "It says %s and %s%s says %s; set one of them"
              .formatted(
                  option.get(),
                  TableOptions.CREATE_PREFIX,
                  FORMAT_VERSION_PROPERTY,
                  property.get()));
    }
    String version = option.or(() -> property).orElse("2");
    if (!Set.of("2", "3").contains(version)) {
      settings.report(TableOptions.FORMAT_VERSION, "'%s' is neither 2 nor 3".formatted(version));
      version = "2";
    }
    return new CreateOptions(
        settings.flag(TableOptions.AUTO_CREATE).orElse(routing.isByTopic()),
        Integer.parseInt(version),
        properties);
  }

  private Map<TableIdentifier, TableSettings> exceptions(
      TableSettings defaults, Set<TableIdentifier> listed) {
    Map<TableIdentifier, TableSettings> exceptions = new LinkedHashMap<>();
    for (String key : configuration.keySet()) {
      Arrays.stream(TableKey.values())
          .flatMap(tableKey -> tableKey.tableIn(key).stream())
          .forEach(
              table -> {
                if (!listed.isEmpty() && !listed.contains(table)) {
                  settings.report(key, "Table %s is not in iceberg.tables".formatted(table));
                }
                exceptions.computeIfAbsent(table, added -> settingsOf(added, defaults));
              });
    }
    return exceptions;
  }

  private TableSettings settingsOf(TableIdentifier table, TableSettings defaults) {
    Cadence cadence = defaults.cadence();
    WriteMode mode =
        value(TableKey.WRITE_MODE, table, TableReader::writeMode).orElse(defaults.writeMode());
    return new TableSettings(
        value(TableKey.COMMIT_BRANCH, table, String::trim).orElse(defaults.branch()),
        value(TableKey.ID_COLUMNS, table, TableReader::names).orElse(defaults.idColumns()),
        value(TableKey.PARTITION_BY, table, ColumnTransform::parseList)
            .orElse(defaults.partitionBy()),
        value(TableKey.SORT_BY, table, SortField::parseList).orElse(defaults.sortBy()),
        new Cadence(
            value(TableKey.COMMIT_INTERVAL, table, TableReader::count)
                .map(Duration::ofMillis)
                .orElse(cadence.interval()),
            count(TableKey.COMMIT_BYTES, table, cadence.bytes()),
            count(TableKey.COMMIT_RECORDS, table, cadence.records())),
        mode,
        value(TableKey.TOMBSTONES, table, TableReader::tombstones)
            .or(() -> tombstones)
            .orElse(unsetTombstones(mode)));
  }

  private static TombstonePolicy unsetTombstones(WriteMode mode) {
    return mode == WriteMode.UPSERT ? TombstonePolicy.DELETE : TombstonePolicy.KEEP;
  }

  private OptionalLong count(TableKey key, TableIdentifier table, OptionalLong fallback) {
    return value(key, table, TableReader::count).map(OptionalLong::of).orElse(fallback);
  }

  private <T> Optional<T> value(TableKey key, TableIdentifier table, Function<String, T> parser) {
    return key.value(configuration, table)
        .flatMap(text -> settings.parse(key.of(table), text, parser));
  }

  private <T> List<T> parsed(String key, Function<String, List<T>> parser) {
    return settings
        .text(key)
        .flatMap(text -> settings.parse(key, text, parser))
        .orElseGet(List::of);
  }

  private static List<String> names(String text) {
    return Arrays.stream(text.split(","))
        .map(String::trim)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toList());
  }

  private static WriteMode writeMode(String text) {
    return Settings.constant(WriteMode.class, text.trim())
        .orElseThrow(
            () -> new IllegalArgumentException("'%s' is none of append, upsert".formatted(text)));
  }

  private static TombstonePolicy tombstones(String text) {
    return Settings.constant(TombstonePolicy.class, text.trim())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is none of keep, soft-delete, delete, dead-letter, fail"
                        .formatted(text)));
  }

  private static long count(String text) {
    if (!text.trim().matches("[0-9]{1,18}") || Long.parseLong(text.trim()) < 1) {
      throw new IllegalArgumentException("'%s' is no number of 1 or more".formatted(text));
    }
    return Long.parseLong(text.trim());
  }
}
