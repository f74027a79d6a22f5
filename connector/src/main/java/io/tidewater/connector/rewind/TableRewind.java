/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.rewind;

import io.tidewater.connector.write.RowRemoval;
import io.tidewater.connector.write.RowRemoval.Replacement;
import io.tidewater.format.ledger.Ledger;
import io.tidewater.format.ledger.LedgerReading;
import io.tidewater.format.ledger.SourcePartition;
import io.tidewater.format.ledger.TableLedger;
import io.tidewater.format.ledger.TopicId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves one table to other offsets, in one commit. */
final class TableRewind {
  private static final Logger LOG = LoggerFactory.getLogger(TableRewind.class);
  private static final int ATTEMPTS = 10;

  private final Table table;
  private final Supplier<UUID> ids;
  private final String branch;
  private final TableLedger tableLedger;

  TableRewind(Table table, String branch, Optional<String> soleTopic, Supplier<UUID> ids) {
    this.table = table;
    this.ids = ids;
    this.branch = branch;
    this.tableLedger = new TableLedger(table, branch, soleTopic);
  }

  /**
   * @param wanted for each partition the offset to go on at; empty for the beginning, as if the
   *     table had never had the partition
   * @param topics the current ids of the topics
   */
  void moveTo(Map<SourcePartition, OptionalLong> wanted, Map<String, TopicId> topics) {
    for (int attempt = 1; ; attempt++) {
      Ledger before =
          tableLedger.read() instanceof LedgerReading.Known known ? known.ledger() : Ledger.EMPTY;
      Ledger after = before;
      Map<SourcePartition, Long> rowsFrom = new TreeMap<>();
      for (Map.Entry<SourcePartition, OptionalLong> entry : wanted.entrySet()) {
        SourcePartition source = entry.getKey();
        OptionalLong next = before.next(source);
        OptionalLong target = entry.getValue();
        if (next.isPresent() && target.orElse(0) < next.getAsLong()) {
          rowsFrom.put(source, target.orElse(0));
        }
        TopicId id = topics.getOrDefault(source.topic(), TopicId.UNKNOWN);
        after = moved(after, source, target, id);
      }
      if (after.equals(before) || commit(after, rowsFrom)) {
        LOG.info("moved table={} from={} to={}", table.name(), before, after);
        return;
      }
      if (attempt == ATTEMPTS) {
        throw new ConnectException(
            "table "
                + table.name()
                + " could not be moved: other commits came first each time;"
                + " try again");
      }
      table.refresh();
    }
  }

  private static Ledger moved(
      Ledger ledger, SourcePartition source, OptionalLong target, TopicId current) {
    Ledger base =
        ledger.topicId(source.topic()).contradicts(current)
            ? ledger.without(source.topic())
            : ledger;
    return target.isPresent()
        ? base.with(source.topic(), current, Map.of(source.partition(), target.getAsLong()))
        : base.without(source);
  }

  private boolean commit(Ledger after, Map<SourcePartition, Long> rowsFrom) {
    if (!rowsFrom.isEmpty() && !RowRemoval.isPossible(table.schema())) {
      throw new ConnectException(
          "table "
              + table.name()
              + " cannot be moved back: its rows have no _kafka_partition and"
              + " _kafka_offset columns, so those that would come again cannot be removed. Roll the"
              + " table back to a snapshot from before instead");
    }
    Replacement replacement = replacement(rowsFrom);
    try {
      tableLedger.commit(
          after, ids.get().toString(), transaction -> overwrite(transaction, replacement));
      return true;
    } catch (CommitFailedException | ValidationException e) {
      LOG.info("another commit came first table={}", table.name(), e);
      return false;
    }
  }

  private Replacement replacement(Map<SourcePartition, Long> rowsFrom) {
    RowsFrom rows = new RowsFrom(table.schema(), rowsFrom);
    return new RowRemoval(table, ids).of(branch, rows.filter(), rows);
  }

  private static OverwriteFiles overwrite(Transaction transaction, Replacement replacement) {
    OverwriteFiles overwrite = transaction.newOverwrite();
    replacement.removed().forEach(overwrite::deleteFile);
    replacement.added().forEach(overwrite::addFile);
    return overwrite;
  }
}
