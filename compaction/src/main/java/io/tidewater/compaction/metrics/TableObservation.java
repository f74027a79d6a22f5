/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.DataOperations;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.Table;
import org.apache.iceberg.util.SnapshotUtil;

/**
 * What the metadata of a table tells at a glance; no manifest is read.
 *
 * @param sequenceNumber of the head of the branch
 * @param ingestedBytes that writers added after an earlier sequence number
 */
public record TableObservation(
    long files,
    long bytes,
    long deleteFiles,
    long equalityDeletes,
    Duration oldestSnapshot,
    long sequenceNumber,
    long ingestedBytes) {

  /**
   * Observes the head of a branch.
   *
   * @param since the sequence number up to which bytes have been counted; empty to count none
   */
  static Optional<TableObservation> of(
      Table table, String branch, Optional<Long> since, Instant now) {
    Snapshot head = table.snapshot(branch);
    if (head == null) {
      return Optional.empty();
    }
    Map<String, String> summary = head.summary();
    return Optional.of(
        new TableObservation(
            number(summary, SnapshotSummary.TOTAL_DATA_FILES_PROP),
            number(summary, SnapshotSummary.TOTAL_FILE_SIZE_PROP),
            number(summary, SnapshotSummary.TOTAL_DELETE_FILES_PROP),
            number(summary, SnapshotSummary.TOTAL_EQ_DELETES_PROP),
            oldest(table, now),
            head.sequenceNumber(),
            since.map(counted -> ingested(table, head, counted)).orElse(0L)));
  }

  private static Duration oldest(Table table, Instant now) {
    long oldest = now.toEpochMilli();
    for (Snapshot snapshot : table.snapshots()) {
      oldest = Math.min(oldest, snapshot.timestampMillis());
    }
    return Duration.ofMillis(now.toEpochMilli() - oldest);
  }

  private static long ingested(Table table, Snapshot head, long counted) {
    long bytes = 0;
    for (Snapshot snapshot : SnapshotUtil.ancestorsOf(head.snapshotId(), table::snapshot)) {
      if (snapshot.sequenceNumber() <= counted) {
        break;
      }
      if (isOfWriters(snapshot)) {
        bytes += number(snapshot.summary(), SnapshotSummary.ADDED_FILE_SIZE_PROP);
      }
    }
    return bytes;
  }

  /** Maintenance replaces files, or takes rows out; whatever adds rows comes from a writer. */
  private static boolean isOfWriters(Snapshot snapshot) {
    return DataOperations.APPEND.equals(snapshot.operation())
        || DataOperations.OVERWRITE.equals(snapshot.operation());
  }

  private static long number(Map<String, String> summary, String property) {
    String text = summary.get(property);
    try {
      return text == null ? 0 : Long.parseLong(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
