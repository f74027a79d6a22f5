/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.soak;

import io.tidewater.format.ledger.Ledger;
import io.tidewater.format.ledger.LedgerReading;
import io.tidewater.format.ledger.SourcePartition;
import io.tidewater.format.ledger.TableLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.iceberg.Table;

/** Sees that the ledger of a table never goes back, and is never lost. For one thread. */
final class LedgerWatch {
  private final String topic;
  private final int partitions;
  private final Map<Integer, Long> highest = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private int looks;

  LedgerWatch(String topic, int partitions) {
    this.topic = topic;
    this.partitions = partitions;
  }

  void look(Table table) {
    looks++;
    String where = "snapshot " + head(table);
    LedgerReading reading = new TableLedger(table, "main", Optional.of(topic)).read();
    if (!(reading instanceof LedgerReading.Known known)) {
      faults.add(where + ": the ledger cannot be told: " + reading);
      return;
    }
    for (int partition = 0; partition < partitions; partition++) {
      compare(known.ledger(), partition, where);
    }
  }

  int looks() {
    return looks;
  }

  List<String> faults() {
    return faults;
  }

  /** How many offsets the ledger has passed, as of the last look. */
  long passed() {
    return highest.values().stream().mapToLong(Long::longValue).sum();
  }

  private void compare(Ledger ledger, int partition, String where) {
    OptionalLong next = ledger.next(new SourcePartition(topic, partition));
    Long before = highest.get(partition);
    if (before != null && (next.isEmpty() || next.getAsLong() < before)) {
      faults.add(
          "%s: partition %d of %s was at %d and is at %s"
              .formatted(where, partition, topic, before, next));
    }
    next.ifPresent(now -> highest.merge(partition, now, Math::max));
  }

  private static String head(Table table) {
    return table.currentSnapshot() == null
        ? "none"
        : table.currentSnapshot().snapshotId() + " (" + table.currentSnapshot().operation() + ")";
  }
}
