/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.expiry;

import io.tidewater.compaction.expiry.History.Known;
import io.tidewater.format.ledger.LedgerSummary;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.TableMetadata;

/** Reads the history of a table from its metadata. */
final class HistoryReading {
  /** Several Flink jobs may write to one table; each has a watermark of its own. */
  private static final List<String> FLINK_WRITER = List.of("flink.job-id", "flink.operator-id");

  private final List<String> watermarks;

  /**
   * @param watermarks keys of snapshot summaries; an asterisk at the end stands for anything
   */
  HistoryReading(List<String> watermarks) {
    this.watermarks = List.copyOf(watermarks);
  }

  History of(TableMetadata metadata) {
    Map<Long, Known> snapshots = new HashMap<>();
    for (Snapshot snapshot : metadata.snapshots()) {
      snapshots.put(snapshot.snapshotId(), known(snapshot));
    }
    Map<String, Long> properties = new HashMap<>();
    for (String ref : metadata.refs().keySet()) {
      LedgerSummary.propertySnapshot(metadata.properties(), ref)
          .ifPresent(id -> properties.put(ref, id));
    }
    return new History(
        snapshots, metadata.refs(), properties, Instant.ofEpochMilli(metadata.lastUpdatedMillis()));
  }

  private Known known(Snapshot snapshot) {
    return new Known(
        snapshot.snapshotId(),
        Optional.ofNullable(snapshot.parentId()),
        Instant.ofEpochMilli(snapshot.timestampMillis()),
        snapshot.summary().containsKey(LedgerSummary.LEDGER),
        watermarks(snapshot.summary()));
  }

  private Set<String> watermarks(Map<String, String> summary) {
    return summary.keySet().stream()
        .filter(this::isWatermark)
        .map(key -> key.startsWith("flink.") ? key + writer(summary) : key)
        .collect(Collectors.toSet());
  }

  private boolean isWatermark(String key) {
    return watermarks.stream()
        .anyMatch(
            pattern ->
                pattern.endsWith("*")
                    ? key.startsWith(pattern.substring(0, pattern.length() - 1))
                    : key.equals(pattern));
  }

  private static Map<String, String> writer(Map<String, String> summary) {
    Map<String, String> writer = new TreeMap<>(summary);
    writer.keySet().retainAll(FLINK_WRITER);
    return writer;
  }
}
