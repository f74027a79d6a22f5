/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.deadletter;

import io.tidewater.connector.commit.Committers;
import io.tidewater.connector.commit.RolledBackTable;
import io.tidewater.connector.config.TableOptions;
import io.tidewater.connector.table.TableLayout;
import io.tidewater.connector.table.Tables;
import io.tidewater.connector.write.TableFiles;
import io.tidewater.format.deadletter.DeadLetterColumn;
import io.tidewater.format.ledger.Ledger;
import io.tidewater.format.ledger.LedgerReading;
import io.tidewater.format.ledger.OffsetRange;
import io.tidewater.format.ledger.OffsetScan;
import io.tidewater.format.ledger.SourcePartition;
import io.tidewater.format.ledger.TableLedger;
import io.tidewater.format.ledger.TopicId;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;

/** The dead-letter tables of a task. Thread-safe, as {@link Tables} is. */
public final class DeadLetterTables {
  private final Tables tables;
  private final TableOptions options;
  private final Committers committers;
  private final DeadLetterRows rows;
  private final Supplier<UUID> ids;

  /**
   * @param ids unique ids, for the names of files
   */
  public DeadLetterTables(
      Tables tables,
      TableOptions options,
      Committers committers,
      DeadLetterRows rows,
      Supplier<UUID> ids) {
    this.tables = tables;
    this.options = options;
    this.committers = committers;
    this.rows = rows;
    this.ids = ids;
  }

  /**
   * Where a partition is about to start.
   *
   * @param position the first offset that the main table takes
   */
  public record Position(TopicId topic, long position) {}

  /**
   * Reads what a dead-letter table holds of the records that its main table will read again.
   *
   * @throws RuntimeException the catalog or the storage did not answer, or the table was rolled
   *     back out of its ledger's sight; may be tried again
   */
  public DeadLetterStart start(
      TableIdentifier deadLetters, String branch, Map<SourcePartition, Position> positions) {
    Optional<Table> table = tables.load(deadLetters);
    Map<SourcePartition, DeadLetterLane> lanes = new HashMap<>();
    Ledger ledger = table.map(existing -> ledger(existing, branch)).orElse(Ledger.EMPTY);
    Map<SourcePartition, OffsetRange> again = new TreeMap<>();
    positions.forEach(
        (source, start) -> {
          OptionalLong next = ledger.next(source);
          if (next.isPresent() && next.getAsLong() > start.position()) {
            again.put(source, new OffsetRange(start.position(), next.getAsLong()));
          }
        });
    Map<SourcePartition, NavigableSet<Long>> there =
        again.isEmpty()
            ? Map.of()
            : new OffsetScan(table.orElseThrow(), branch, Optional.empty()).within(again);
    positions.forEach(
        (source, start) ->
            lanes.put(
                source,
                DeadLetterLane.of(
                    source, start.topic(), ledger, there.getOrDefault(source, new TreeSet<>()))));
    return new DeadLetterStart(table, lanes);
  }

  /** Creates a dead-letter table; loads it if another task was faster. */
  Table create(TableIdentifier deadLetters, String branch) {
    return tables.create(
        deadLetters,
        DeadLetterColumn.schema(),
        new TableLayout(options.create(), options.defaults().ofDeadLetters(branch)));
  }

  OpenDeadLetters open(Table table, String branch) {
    TableFiles files =
        new TableFiles(SerializableTable.copyOf(table), options.writeProperties(), ids.get());
    return new OpenDeadLetters(
        table.uuid().toString(),
        table.schema(),
        files,
        rows,
        committers.of(table, branch, Optional.empty()));
  }

  private static Ledger ledger(Table table, String branch) {
    LedgerReading reading = new TableLedger(table, branch, Optional.empty()).read();
    if (reading instanceof LedgerReading.Known known) {
      return known.ledger();
    }
    throw new IllegalStateException(RolledBackTable.explain(table, branch, reading));
  }
}
