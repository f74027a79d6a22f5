/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.observe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataOperations;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.ManifestContent;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ManifestReader;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;

/** Counts the files of manifests into partitions, and out of them. */
final class Counting {
  /** What is counted of data files; statistics of columns are large. */
  private static final List<String> COLUMNS =
      List.of(
          DataFile.CONTENT.name(),
          DataFile.FILE_PATH.name(),
          DataFile.FILE_FORMAT.name(),
          DataFile.FILE_SIZE.name(),
          DataFile.RECORD_COUNT.name(),
          DataFile.SORT_ORDER_ID.name(),
          "partition");

  private final Table table;
  private final SortKey key;
  private final Map<Partition, PartitionFacts> before;
  private final Map<Partition, Tally> tallies = new HashMap<>();
  private final Map<Long, Instant> writes = new HashMap<>();

  Counting(Table table, SortKey key, Map<Partition, PartitionFacts> before) {
    this.table = table;
    this.key = key;
    this.before = before;
    for (Snapshot snapshot : table.snapshots()) {
      if (!DataOperations.REPLACE.equals(snapshot.operation())) {
        writes.put(snapshot.sequenceNumber(), Instant.ofEpochMilli(snapshot.timestampMillis()));
      }
    }
  }

  void count(ManifestFile manifest, int sign) {
    try {
      if (manifest.content() == ManifestContent.DATA) {
        countData(manifest, sign);
      } else {
        countDeletes(manifest, sign);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void countData(ManifestFile manifest, int sign) throws IOException {
    try (ManifestReader<DataFile> files = ManifestFiles.read(manifest, table.io(), table.specs())) {
      if (key.type() == null) {
        files.select(COLUMNS);
      }
      for (DataFile file : files) {
        tally(file, sign).count(file, sign);
      }
    }
  }

  private void countDeletes(ManifestFile manifest, int sign) throws IOException {
    try (ManifestReader<DeleteFile> files =
        ManifestFiles.readDeleteManifest(manifest, table.io(), table.specs())) {
      for (DeleteFile file : files) {
        tally(file, sign).count(file, sign);
      }
    }
  }

  private Tally tally(ContentFile<?> file, int sign) {
    Tally tally =
        tallies.computeIfAbsent(
            Partition.of(file),
            partition -> new Tally(key, before.getOrDefault(partition, PartitionFacts.NONE)));
    Long sequence = file.fileSequenceNumber();
    if (sign > 0 && sequence != null && writes.containsKey(sequence)) {
      tally.changed(writes.get(sequence));
    }
    return tally;
  }

  /** The partitions as they are now. */
  Map<Partition, PartitionFacts> partitions() {
    Map<Partition, PartitionFacts> after = new HashMap<>(before);
    tallies.forEach(
        (partition, tally) -> {
          if (tally.isEmpty()) {
            after.remove(partition);
          } else {
            after.put(partition, tally.facts());
          }
        });
    return Map.copyOf(after);
  }
}
