/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import io.tidewater.connector.config.keys.KeyFamily;
import io.tidewater.connector.config.keys.KnownKeys;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * Everything that a user can tell the sink, read once from the connector's configuration.
 *
 * @param connectorName the name of the connector
 * @param taskName the name of the task that reads this, unique in the worker; empty in a connector
 * @param routing which tables the records go to
 * @param tables how the tables are created, evolved and written
 * @param formats how the records are laid out
 * @param columns what their columns hold
 * @param deadLetters what becomes of bad records
 * @param commits when they are committed
 * @param source where reading begins
 * @param catalog where the tables are
 */
public record SinkOptions(
    String connectorName,
    String taskName,
    RoutingOptions routing,
    TableOptions tables,
    FormatOptions formats,
    ColumnOptions columns,
    DeadLetterOptions deadLetters,
    CommitOptions commits,
    SourceOptions source,
    CatalogOptions catalog) {

  /** The key under which the connector tells a task its name. */
  public static final String TASK = "task.id";

  /** The options with a fixed key, in groups. */
  public static ConfigDef definition() {
    ConfigDef definition = new ConfigDef();
    CatalogOptions.define(definition);
    RoutingOptions.define(definition);
    TableOptions.define(definition);
    FormatOptions.define(definition);
    ColumnOptions.define(definition);
    DeadLetterOptions.define(definition);
    CommitOptions.define(definition);
    SourceOptions.define(definition);
    return definition;
  }

  /** The options of which the user chooses a part of the key. */
  public static List<KeyFamily> families() {
    return Stream.of(
            CatalogOptions.families(),
            RoutingOptions.families(),
            TableOptions.families(),
            TableKey.families(),
            FormatOptions.families(),
            SourceOptions.families())
        .flatMap(List::stream)
        .collect(Collectors.toUnmodifiableList());
  }

  /** Every key that a configuration may hold. */
  public static KnownKeys knownKeys() {
    return new KnownKeys(definition().names(), families());
  }

  /**
   * Reads a configuration in a Connect worker.
   *
   * @throws ConfigException naming everything that is wrong with it
   */
  public static SinkOptions parse(Map<String, String> configuration) {
    return Reading.of(configuration, WorkerProperties.ofThisProcess()).orThrow();
  }
}
