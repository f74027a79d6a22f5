/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.connector.route.Route;
import io.tidewater.connector.route.Router;
import io.tidewater.connector.source.Positions;
import io.tidewater.format.ledger.OffsetRange;
import io.tidewater.format.ledger.SourceLog;
import io.tidewater.format.ledger.SourcePartition;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.kafka.connect.sink.SinkRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pipelines of a task, and which partitions feed which. For the task's thread. */
public final class Pipelines {
  private static final Logger LOG = LoggerFactory.getLogger(Pipelines.class);
  private static final long START_WAIT_MILLIS = 30_000;

  private final Router router;
  private final RecordRouting routing;
  private final RouteWaits waits = new RouteWaits();
  private final Positions positions;
  private final PipelineContext context;
  private final BiFunction<TableIdentifier, String, TablePipeline> factory;
  private final LagProbe lag;
  private final Map<TableIdentifier, TablePipeline> tables = new HashMap<>();
  private final Map<SourcePartition, Set<TablePipeline>> fed = new HashMap<>();

  /**
   * @param factory makes the pipeline of a table that was not met before, for a topic that feeds it
   */
  public Pipelines(
      Router router,
      Positions positions,
      PipelineContext context,
      BiFunction<TableIdentifier, String, TablePipeline> factory) {
    this.router = router;
    this.routing = new RecordRouting(router, context.opener()::typeOf);
    this.positions = positions;
    this.context = context;
    this.factory = factory;
    this.lag = new LagProbe(context.cluster(), context.executor());
  }

  /** Takes over partitions, and waits a while until it is known where their tables start. */
  public void assign(Collection<SourcePartition> sources) throws InterruptedException {
    positions.assign(sources);
    CompletableFuture<Map<SourcePartition, SourceLog>> logs =
        CompletableFuture.supplyAsync(() -> context.cluster().logs(sources), context.executor());
    Map<TablePipeline, Set<SourcePartition>> feeds = new HashMap<>();
    for (SourcePartition source : sources) {
      Set<TablePipeline> known = new LinkedHashSet<>();
      for (TableIdentifier table : router.tablesOf(source.topic()).orElse(Set.of())) {
        known.add(table(table, source.topic()));
      }
      fed.put(source, known);
      known.forEach(table -> feeds.computeIfAbsent(table, t -> new LinkedHashSet<>()).add(source));
    }
    feeds.forEach((table, mine) -> table.assign(mine, logs));
    long deadline = context.now() + START_WAIT_MILLIS;
    for (TablePipeline table : feeds.keySet()) {
      table.awaitStart(deadline);
      table.advance();
    }
  }

  /** Commits what is staged of partitions, as far as it can by a deadline, and gives them away. */
  public void release(Collection<SourcePartition> sources, long deadline)
      throws InterruptedException {
    Set<TablePipeline> affected =
        sources.stream()
            .flatMap(source -> fed.getOrDefault(source, Set.of()).stream())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    affected.forEach(TablePipeline::stageNow);
    for (TablePipeline table : affected) {
      table.flush(deadline);
      table.release(sources);
    }
    fed.keySet().removeAll(sources);
    waits.end(sources);
    positions.revoke(sources);
    tables.values().removeIf(TablePipeline::isUnassigned);
  }

  /** Where a record goes. If that cannot be told yet, its partition is blocked for a while. */
  public Route route(SourcePartition source, SinkRecord record) {
    Route route = routing.route(record);
    if (route instanceof Route.Later later) {
      long wait = waits.begin(source, context.now());
      LOG.warn("cannot route, next try in {} ms source={}: {}", wait, source, later.reason());
    } else {
      waits.end(List.of(source));
    }
    return route;
  }

  /** Whether nobody can take records of a partition at the moment. */
  public boolean isBlocked(SourcePartition source) {
    if (waits.isWaiting(source, context.now())) {
      return true;
    }
    Set<TablePipeline> known = fed.getOrDefault(source, Set.of());
    boolean nobody = !known.isEmpty();
    for (TablePipeline table : known) {
      if (table.isStarting() || table.isCongested()) {
        return true;
      }
      nobody &= !table.takes(source);
    }
    return nobody;
  }

  /** Writes a record to its tables. */
  public void write(SourcePartition source, long offset, SinkRecord record, Route route)
      throws InterruptedException {
    for (TableIdentifier identifier : route.tables()) {
      TablePipeline table = table(identifier, source.topic());
      Set<TablePipeline> known = fed.computeIfAbsent(source, s -> new LinkedHashSet<>());
      if (known.add(table)) {
        table.assignFrom(source, offset);
        table.awaitStart(context.now() + START_WAIT_MILLIS);
        table.advance();
      }
      table.write(source, offset, record);
    }
  }

  /** Tells the tables of a partition that offsets were missing. */
  public void missed(SourcePartition source, OffsetRange gap) {
    fed.getOrDefault(source, Set.of()).forEach(table -> table.missed(source, gap));
  }

  /** Starts the tables of a partition anew, because its log is not what it was. */
  public void restart(SourcePartition source, String reason) {
    fed.getOrDefault(source, Set.of()).forEach(table -> table.restart(reason));
  }

  /** Moves all tables on. */
  public void advance() {
    List.copyOf(tables.values()).forEach(TablePipeline::advance);
    lag.advance(
        List.copyOf(fed.keySet()),
        context.now(),
        ends -> tables.values().forEach(table -> table.reportLag(ends)));
  }

  private TablePipeline table(TableIdentifier identifier, String topic) {
    return tables.computeIfAbsent(identifier, added -> factory.apply(added, topic));
  }

  /** The time by the task's clock, in milliseconds. */
  public long now() {
    return context.now();
  }

  /** When to advance at the latest, in milliseconds of the task's clock. */
  public long nextDeadline() {
    return tables.values().stream()
        .mapToLong(TablePipeline::nextDeadline)
        .reduce(waits.nextDeadline(), Math::min);
  }

  /** The highest position before which all records of a partition are in all its tables. */
  public long safeUpTo(SourcePartition source, long position) {
    long safe = position;
    for (TablePipeline table : fed.getOrDefault(source, Set.of())) {
      safe = Math.min(safe, table.safeUpTo(source, position));
    }
    return safe;
  }

  /** Why nothing can go on; empty while one table works or waits. */
  public Optional<String> standstill() {
    if (tables.isEmpty()
        || !tables.values().stream().allMatch(table -> table.health().standstill().isPresent())) {
      return Optional.empty();
    }
    return Optional.of(
        tables.values().stream()
            .flatMap(table -> table.health().standstill().stream())
            .collect(Collectors.joining("; ")));
  }
}
