/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.observe;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.NotFoundException;

/**
 * What is known of all partitions on one snapshot. Immutable; its size grows with partitions and
 * manifests, and not with files.
 */
public final class Observation {
  private final long snapshotId;
  private final SortKey key;
  private final Map<String, ManifestFile> manifests;
  private final Map<Partition, PartitionFacts> partitions;

  private Observation(
      long snapshotId,
      SortKey key,
      Map<String, ManifestFile> manifests,
      Map<Partition, PartitionFacts> partitions) {
    this.snapshotId = snapshotId;
    this.key = key;
    this.manifests = manifests;
    this.partitions = partitions;
  }

  /** Observes a snapshot. Reads all its manifests. */
  public static Observation of(Table table, Snapshot head) {
    return new Observation(head.snapshotId(), SortKey.of(table), Map.of(), Map.of())
        .advance(table, head);
  }

  /** Observes a later snapshot. Reads only manifests that the two do not share. */
  public Observation until(Table table, Snapshot head) {
    if (!SortKey.of(table).equals(key)) {
      return of(table, head);
    }
    if (head.snapshotId() == snapshotId) {
      return this;
    }
    try {
      return advance(table, head);
    } catch (NotFoundException e) {
      // Expiry deletes manifests that are no longer in use.
      return of(table, head);
    }
  }

  public long snapshotId() {
    return snapshotId;
  }

  /** By what the layout of partitions was measured. */
  public SortKey sortKey() {
    return key;
  }

  /** Partitions that hold files, of data or deletes. */
  public Map<Partition, PartitionFacts> partitions() {
    return partitions;
  }

  /** The deletes that apply to every partition. */
  public DeleteFacts globalDeletes(Map<Integer, PartitionSpec> specs) {
    return partitions.entrySet().stream()
        .filter(entry -> entry.getKey().spec(specs).isUnpartitioned())
        .map(entry -> entry.getValue().deletes())
        .reduce(DeleteFacts.NONE, DeleteFacts::plus);
  }

  private Observation advance(Table table, Snapshot head) {
    Map<String, ManifestFile> now = new HashMap<>();
    List<ManifestFile> all = head.allManifests(table.io());
    all.forEach(manifest -> now.put(manifest.path(), manifest));
    Counting counting = new Counting(table, key, partitions);
    manifests.values().stream()
        .filter(manifest -> !now.containsKey(manifest.path()))
        .forEach(manifest -> counting.count(manifest, -1));
    all.stream()
        .filter(manifest -> !manifests.containsKey(manifest.path()))
        .forEach(manifest -> counting.count(manifest, 1));
    return new Observation(head.snapshotId(), key, Map.copyOf(now), counting.partitions());
  }
}
