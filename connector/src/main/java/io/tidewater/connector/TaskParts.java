/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector;

import io.tidewater.connector.commit.Committers;
import io.tidewater.connector.commit.SourceGuard;
import io.tidewater.connector.config.SinkOptions;
import io.tidewater.connector.config.UnroutedPolicy;
import io.tidewater.connector.deadletter.DeadLetterRows;
import io.tidewater.connector.deadletter.DeadLetterTables;
import io.tidewater.connector.metrics.MetricsExport;
import io.tidewater.connector.metrics.TableGauges;
import io.tidewater.connector.pipeline.BadRecordPolicy;
import io.tidewater.connector.pipeline.PipelineContext;
import io.tidewater.connector.pipeline.Pipelines;
import io.tidewater.connector.pipeline.TableOpener;
import io.tidewater.connector.pipeline.TablePipeline;
import io.tidewater.connector.pipeline.TableStarter;
import io.tidewater.connector.pipeline.TableTarget;
import io.tidewater.connector.record.PayloadFormats;
import io.tidewater.connector.record.RecordReading;
import io.tidewater.connector.record.TopicFormats;
import io.tidewater.connector.reject.Rejections;
import io.tidewater.connector.source.Positions;
import io.tidewater.connector.write.RowShape;
import io.tidewater.format.ledger.StartPolicy;
import io.tidewater.format.registry.CachedSchemaRegistry;
import io.tidewater.format.registry.SchemaRegistry;
import io.tidewater.format.registry.http.HttpSchemaRegistry;
import io.tidewater.format.registry.http.RegistryOptions;
import io.tidewater.format.schema.MappingOptions;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of one task, put together from its options. */
record TaskParts(
    Pipelines pipelines,
    Positions positions,
    Rejections rejections,
    UnroutedPolicy onUnrouted,
    List<AutoCloseable> resources)
    implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TaskParts.class);

  /** The parts of a task in a worker. */
  static TaskParts of(SinkOptions options, SinkTaskContext context) {
    return of(options, context, Surroundings.ofWorker(options));
  }

  /** The parts of a task in any surroundings. */
  static TaskParts of(SinkOptions options, SinkTaskContext context, Surroundings around) {
    Positions positions = new Positions(context);
    Rejections rejections =
        new Rejections(context.errantRecordReporter(), tolerance(context.configs()));
    StartPolicy policy = options.source().start();
    SourceGuard guard = new SourceGuard(around.cluster(), policy);
    BadRecordPolicy badRecords = badRecords(options, around, guard, rejections);
    PipelineContext shared =
        new PipelineContext(
            new TableStarter(around.tables(), policy, badRecords),
            new TableOpener(
                around.tables(),
                options.tables(),
                shape(options, around.formats()),
                guard,
                around.patience(),
                around.time().ids()),
            around.cluster(),
            positions,
            around.executor(),
            badRecords,
            around.time());
    MetricsExport metrics = MetricsExport.of(context, options.connectorName(), options.taskName());
    Map<TableIdentifier, TableGauges> gauges = new HashMap<>();
    Pipelines pipelines =
        new Pipelines(
            options.routing().router(),
            positions,
            shared,
            (table, topic) ->
                new TablePipeline(
                    target(table, topic, options),
                    shared,
                    gauges.computeIfAbsent(table, added -> shown(added, metrics))));
    return new TaskParts(
        pipelines,
        positions,
        rejections,
        options.routing().onUnrouted(),
        Stream.concat(Stream.of(metrics), around.resources().stream()).toList());
  }

  private static BadRecordPolicy badRecords(
      SinkOptions options, Surroundings around, SourceGuard guard, Rejections rejections) {
    DeadLetterTables tables =
        new DeadLetterTables(
            around.tables(),
            options.tables(),
            new Committers(guard, around.patience()),
            new DeadLetterRows(options.connectorName(), System::currentTimeMillis),
            around.time().ids());
    return new BadRecordPolicy(options.deadLetters(), tables, rejections);
  }

  long now() {
    return pipelines.now();
  }

  @Override
  public void close() {
    for (AutoCloseable resource : resources) {
      try {
        resource.close();
      } catch (Exception e) {
        LOG.warn("could not close a part of the task", e);
      }
    }
  }

  /** Made once for each table: it may come and go with its partitions. */
  private static TableGauges shown(TableIdentifier table, MetricsExport metrics) {
    TableGauges gauges = new TableGauges(System::currentTimeMillis);
    metrics.add(table, gauges);
    return gauges;
  }

  private static Rejections.Tolerance tolerance(Map<String, String> properties) {
    return "all".equalsIgnoreCase(properties.get("errors.tolerance"))
        ? Rejections.Tolerance.ALL
        : Rejections.Tolerance.NONE;
  }

  /** The formats of a sink, with its schema registry if it has one. */
  static PayloadFormats formats(SinkOptions options) {
    return new PayloadFormats(
        options.formats().registry().map(TaskParts::registry),
        mapping(options),
        options.formats().json().undeclared());
  }

  /** What the rows of a sink are made of. */
  static RowShape shape(SinkOptions options, TopicFormats formats) {
    return new RowShape(new RecordReading(formats, mapping(options)), options.columns().metadata());
  }

  private static MappingOptions mapping(SinkOptions options) {
    return options.columns().mapping().with(options.tables().evolve().naming());
  }

  private static SchemaRegistry registry(RegistryOptions options) {
    return new CachedSchemaRegistry(HttpSchemaRegistry.of(options), InstantSource.system());
  }

  private static TableTarget target(TableIdentifier table, String topic, SinkOptions options) {
    Optional<String> soleTopic =
        options.routing().router().isShared(table) ? Optional.empty() : Optional.of(topic);
    return new TableTarget(table, options.tables().of(table), soleTopic);
  }
}
