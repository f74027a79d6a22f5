/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector;

import io.tidewater.connector.catalog.CatalogLoader;
import io.tidewater.connector.commit.SourceGuard;
import io.tidewater.connector.config.EvolveOptions;
import io.tidewater.connector.config.SinkOptions;
import io.tidewater.connector.config.TableOptions;
import io.tidewater.connector.pipeline.TableOpener;
import io.tidewater.connector.record.ConfiguredFormats;
import io.tidewater.connector.record.PayloadFormats;
import io.tidewater.connector.redrive.Redrive;
import io.tidewater.connector.redrive.RedriveRequest;
import io.tidewater.connector.redrive.RedriveRequest.Mode;
import io.tidewater.connector.redrive.RedriveResult;
import io.tidewater.connector.source.SourceCluster;
import io.tidewater.connector.table.Tables;
import io.tidewater.format.ledger.SourceLog;
import io.tidewater.format.ledger.SourcePartition;
import io.tidewater.format.ledger.TopicId;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Puts the dead letters of a sink back into their tables, by the sink's own configuration. Needs
 * its catalog, and its schema registry if it has one, but no Kafka. For one thread.
 */
public final class DeadLetterRedrive implements AutoCloseable {
  private final SinkOptions options;
  private final Tables tables;
  private final PayloadFormats formats;
  private final Supplier<UUID> ids;

  DeadLetterRedrive(SinkOptions options, Tables tables, Supplier<UUID> ids) {
    this.options = options;
    this.tables = tables;
    this.formats = TaskParts.formats(options);
    this.ids = ids;
  }

  /**
   * For the sink of a configuration, as it was given to Connect.
   *
   * @throws org.apache.kafka.common.config.ConfigException naming everything that is wrong with it
   */
  public static DeadLetterRedrive of(Map<String, String> configuration) {
    Map<String, String> complete = new TreeMap<>(configuration);
    // The worker knows how to reach Kafka, and here nobody needs to.
    complete.putIfAbsent("iceberg.kafka.bootstrap.servers", "none:9092");
    SinkOptions options = SinkOptions.parse(complete);
    return new DeadLetterRedrive(
        options, new Tables(() -> CatalogLoader.load(options.catalog())), UUID::randomUUID);
  }

  /**
   * Does what is asked for, see {@link Redrive#run}.
   *
   * @param progress told from time to time how many dead letters have been looked at
   */
  public RedriveResult run(RedriveRequest request, LongConsumer progress) {
    TableOptions tableOptions =
        request.mode() == Mode.DRY_RUN ? withoutEvolution(options.tables()) : options.tables();
    TableOpener opener =
        new TableOpener(
            tables,
            tableOptions,
            TaskParts.shape(options, new ConfiguredFormats(options.formats(), formats::make)),
            new SourceGuard(new NoKafka(), options.source().start()),
            attempts -> {},
            ids);
    return new Redrive(options, tables, opener, ids).run(request, progress);
  }

  @Override
  public void close() {
    formats.close();
    tables.close();
  }

  private static TableOptions withoutEvolution(TableOptions tables) {
    EvolveOptions evolve = tables.evolve();
    return new TableOptions(
        tables.create(),
        new EvolveOptions(
            false, evolve.forceOptional(), evolve.naming(), evolve.onConflict(), false),
        tables.writeProperties(),
        tables.defaults(),
        tables.exceptions());
  }

  /** Dead letters come from the table, and what they stand to is its ledger. */
  private static final class NoKafka implements SourceCluster {
    @Override
    public Map<SourcePartition, SourceLog> logs(Collection<SourcePartition> sources) {
      throw new IllegalStateException("nothing is read from Kafka here");
    }

    @Override
    public Map<String, TopicId> topicIds(Collection<String> topics) {
      throw new IllegalStateException("nothing is read from Kafka here");
    }

    @Override
    public Map<SourcePartition, Long> logStarts(Collection<SourcePartition> sources) {
      throw new IllegalStateException("nothing is read from Kafka here");
    }

    @Override
    public Map<SourcePartition, Long> logEnds(Collection<SourcePartition> sources) {
      throw new IllegalStateException("nothing is read from Kafka here");
    }

    @Override
    public void close() {}
  }
}
