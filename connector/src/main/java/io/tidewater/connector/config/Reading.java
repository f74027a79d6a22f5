/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import io.tidewater.connector.config.keys.Problem;
import io.tidewater.connector.config.keys.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;

/**
 * What came of reading a configuration.
 *
 * @param options the options; where there are problems they hold stand-ins and must not be used
 * @param problems everything that is wrong, empty if the options can be used
 */
public record Reading(SinkOptions options, List<Problem> problems) {
  public Reading {
    problems = List.copyOf(problems);
  }

  /** Reads a configuration; the worker's properties fill in how to reach Kafka. */
  public static Reading of(Map<String, String> configuration, WorkerProperties worker) {
    List<Problem> problems = new ArrayList<>(SinkOptions.knownKeys().problems(configuration));
    Settings settings = new Settings(SinkOptions.definition(), configuration);
    CommitOptions commits = CommitOptions.read(settings);
    RoutingOptions routing = new RoutingReader(settings).read();
    TableOptions tables = new TableReader(settings).read(routing, commits.cadence());
    FormatOptions formats =
        new FormatReader(settings, worker).read(tables.create().formatVersion());
    ColumnOptions columns =
        ColumnOptions.read(settings, tables.create().formatVersion(), formats.hasSchemaIds());
    new UpsertRules(settings, columns, tables.evolve().onConflict()).check(tables);
    SinkOptions options =
        new SinkOptions(
            settings.raw("name").orElse(""),
            settings.raw(SinkOptions.TASK).orElse(""),
            routing,
            tables,
            formats,
            columns,
            DeadLetterOptions.read(settings),
            commits,
            SourceOptions.read(settings, worker),
            CatalogOptions.read(settings));
    problems.addAll(settings.problems());
    return new Reading(options, problems);
  }

  /**
   * The options, if nothing is wrong.
   *
   * @throws ConfigException naming every problem
   */
  public SinkOptions orThrow() {
    if (!problems.isEmpty()) {
      throw new ConfigException(
          problems.stream()
              .map(Problem::toString)
              .collect(Collectors.joining("; ", "The configuration cannot be used: ", "")));
    }
    return options;
  }
}
