/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.connector.commit.RolledBackTable;
import io.tidewater.connector.config.DeadLetterOptions.Keeper;
import io.tidewater.connector.config.WriteMode;
import io.tidewater.connector.deadletter.DeadLetterStart;
import io.tidewater.connector.deadletter.DeadLetterTables.Position;
import io.tidewater.connector.pipeline.TableStart.Decision;
import io.tidewater.connector.table.Tables;
import io.tidewater.connector.write.KeyDeletes;
import io.tidewater.format.ledger.Basis;
import io.tidewater.format.ledger.ForeignRows;
import io.tidewater.format.ledger.Ledger;
import io.tidewater.format.ledger.LedgerReading;
import io.tidewater.format.ledger.SourceLog;
import io.tidewater.format.ledger.SourcePartition;
import io.tidewater.format.ledger.Start;
import io.tidewater.format.ledger.StartPolicy;
import io.tidewater.format.ledger.TableLedger;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.Table;
import org.jspecify.annotations.Nullable;

/** Reads a table's ledger and decides where its partitions start. Thread-safe. */
public final class TableStarter {
  private final Tables tables;
  private final StartPolicy policy;
  private final BadRecordPolicy badRecords;

  public TableStarter(Tables tables, StartPolicy policy, BadRecordPolicy badRecords) {
    this.tables = tables;
    this.policy = policy;
    this.badRecords = badRecords;
  }

  /**
   * Decides where partitions start.
   *
   * @param logs the partitions as Kafka has them; those that are missing are not started
   * @param floors for partitions whose tables are known by their records only, the first offset
   *     that may bring this table a record it has not got
   * @throws RuntimeException the catalog did not answer; may be tried again
   */
  TableStart start(
      TableTarget target,
      Collection<SourcePartition> sources,
      Map<SourcePartition, SourceLog> logs,
      Map<SourcePartition, Long> floors) {
    Optional<Table> table = tables.load(target.identifier());
    Ledger ledger = Ledger.EMPTY;
    ForeignRows foreign = ForeignRows.NONE;
    if (table.isPresent()) {
      String branch = target.settings().branch();
      TableLedger tableLedger = new TableLedger(table.get(), branch, target.soleTopic());
      LedgerReading reading = tableLedger.read();
      if (!(reading instanceof LedgerReading.Known known)) {
        return TableStart.refused(table, RolledBackTable.explain(table.get(), branch, reading));
      }
      if (target.settings().writeMode() == WriteMode.UPSERT) {
        Optional<String> objection =
            KeyDeletes.objection(table.get(), target.settings().idColumns());
        if (objection.isPresent()) {
          return TableStart.refused(table, objection.get());
        }
      }
      ledger = known.ledger();
      foreign = tableLedger.foreignRows();
      Optional<String> other = otherTopic(target, ledger, sources);
      if (other.isPresent()) {
        return TableStart.refused(table, other.get());
      }
    }
    Map<SourcePartition, Decision> starts = new HashMap<>();
    for (SourcePartition source : sources) {
      SourceLog log = logs.get(source);
      if (log != null) {
        Start start =
            fromFloor(source, ledger, log, floors.get(source))
                .orElse(Start.decide(source, ledger, log, foreign, policy));
        if (start instanceof Start.Refused refused) {
          return TableStart.refused(
              table, "table " + target.identifier() + ": " + refused.explanation());
        }
        starts.put(source, new Decision(start, log));
      }
    }
    return new TableStart(table, starts, deadLetters(target, starts), Optional.empty());
  }

  /**
   * The ledger as it is now, that of a table which is gone being empty; nothing where it cannot be
   * told.
   */
  Optional<Ledger> ledger(TableTarget target) {
    Optional<Table> table = tables.load(target.identifier());
    if (table.isEmpty()) {
      return Optional.of(Ledger.EMPTY);
    }
    LedgerReading reading =
        new TableLedger(table.get(), target.settings().branch(), target.soleTopic()).read();
    return reading instanceof LedgerReading.Known known
        ? Optional.of(known.ledger())
        : Optional.empty();
  }

  /** What came before the position of a start is in the table, so its dead letters are too. */
  private Optional<DeadLetterStart> deadLetters(
      TableTarget target, Map<SourcePartition, Decision> starts) {
    if (badRecords.options().keeper() != Keeper.TABLE) {
      return Optional.empty();
    }
    Map<SourcePartition, Position> positions = new HashMap<>();
    starts.forEach(
        (source, decision) ->
            positions.put(
                source,
                new Position(
                    decision.log().topic(),
                    decision.start() instanceof Start.At at
                        ? at.position()
                        : decision.log().start())));
    return Optional.of(
        badRecords
            .tables()
            .start(
                badRecords.options().tableOf(target.identifier()),
                target.settings().branch(),
                positions));
  }

  /** Two topics whose names become one table's name must not meet there unasked. */
  private static Optional<String> otherTopic(
      TableTarget target, Ledger ledger, Collection<SourcePartition> sources) {
    Set<String> topics = new TreeSet<>(ledger.topics().keySet());
    sources.forEach(source -> topics.add(source.topic()));
    return target.soleTopic().isEmpty() || topics.size() < 2
        ? Optional.empty()
        : Optional.of(
            "table "
                + target.identifier()
                + " is fed by topics "
                + topics
                + ", though no option says that they belong together. Send them to one table with"
                + " tidewater.table.override.<n>.regex and .table, or keep them apart with"
                + " tidewater.table.template");
  }

  /** What comes before the floor brought this table nothing, so its claim may cover that. */
  private static Optional<Start> fromFloor(
      SourcePartition source, Ledger ledger, SourceLog log, @Nullable Long floor) {
    if (floor == null || ledger.topicId(source.topic()).contradicts(log.topic())) {
      return Optional.empty();
    }
    OptionalLong next = ledger.next(source);
    if (next.isEmpty()) {
      return Optional.of(new Start.At(floor, floor, Basis.FIRST));
    }
    return next.getAsLong() < floor
        ? Optional.of(new Start.At(floor, next.getAsLong(), Basis.CONTINUES))
        : Optional.empty();
  }
}
