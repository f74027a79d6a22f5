/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector;

import io.tidewater.connector.catalog.CatalogCheck;
import io.tidewater.connector.catalog.CatalogLoader;
import io.tidewater.connector.config.Reading;
import io.tidewater.connector.config.SinkOptions;
import io.tidewater.connector.config.WorkerProperties;
import io.tidewater.connector.registry.RegistryCheck;
import io.tidewater.connector.rewind.OffsetAlteration;
import io.tidewater.connector.source.AdminSourceCluster;
import io.tidewater.connector.source.SourceCluster;
import io.tidewater.connector.table.Tables;
import io.tidewater.format.ledger.SourcePartition;
import io.tidewater.format.registry.http.HttpSchemaRegistry;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A sink that materializes Kafka topics as Iceberg tables, exactly once. */
public final class TidewaterSinkConnector extends SinkConnector {
  private static final Logger LOG = LoggerFactory.getLogger(TidewaterSinkConnector.class);

  private Map<String, String> configuration = Map.of();

  @Override
  public String version() {
    return PluginVersion.current();
  }

  @Override
  public void start(Map<String, String> properties) {
    SinkOptions options = SinkOptions.parse(properties);
    configuration = Map.copyOf(properties);
    SinkOptions.knownKeys()
        .withoutEffect(properties)
        .forEach(option -> LOG.info("{} has no effect: {}", option.key(), option.note()));
    LOG.info("starting connector={} version={}", options.connectorName(), version());
  }

  @Override
  public Class<? extends Task> taskClass() {
    return TidewaterSinkTask.class;
  }

  /** Every task gets the whole configuration and its own name. */
  @Override
  public List<Map<String, String>> taskConfigs(int maxTasks) {
    return IntStream.range(0, maxTasks).mapToObj(this::taskConfiguration).toList();
  }

  @Override
  public void stop() {
    configuration = Map.of();
  }

  @Override
  public ConfigDef config() {
    return SinkOptions.definition();
  }

  /** Checks every key, the options together, and, if they can be used, catalog and registry. */
  @Override
  public Config validate(Map<String, String> properties) {
    ConfigValidation validation =
        new ConfigValidation(
            new CatalogCheck(CatalogLoader::load, this::runInBackground),
            new RegistryCheck(HttpSchemaRegistry::of, this::runInBackground));
    return validation.of(properties, Reading.of(properties, WorkerProperties.ofThisProcess()));
  }

  /**
   * Moves the tables back or forth while the connector is stopped: the tables, and no consumer
   * group, say where it goes on.
   */
  @Override
  public boolean alterOffsets(Map<String, String> properties, Map<TopicPartition, Long> offsets) {
    SinkOptions options = SinkOptions.parse(properties);
    Map<SourcePartition, OptionalLong> wanted = new TreeMap<>();
    offsets.forEach(
        (partition, offset) ->
            wanted.put(
                new SourcePartition(partition.topic(), partition.partition()),
                offset == null ? OptionalLong.empty() : OptionalLong.of(offset)));
    try (SourceCluster cluster = AdminSourceCluster.of(options.source().kafkaClient().values());
        Tables tables = new Tables(CatalogLoader.load(options.catalog()))) {
      new OffsetAlteration(tables, options, cluster, UUID::randomUUID).apply(wanted);
    }
    return true;
  }

  private Map<String, String> taskConfiguration(int index) {
    Map<String, String> task = new TreeMap<>(configuration);
    task.put(SinkOptions.TASK, configuration.getOrDefault("name", "") + "-" + index);
    return task;
  }

  /** On a thread that a hanging server may keep without keeping the worker from ending. */
  private void runInBackground(Runnable check) {
    Thread thread = new Thread(check, "tidewater-check");
    thread.setDaemon(true);
    thread.start();
  }
}
