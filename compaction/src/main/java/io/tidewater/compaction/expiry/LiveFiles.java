/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.expiry;

import io.tidewater.compaction.task.TaskContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.PartitionStatisticsFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.StatisticsFile;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.io.FileIO;

/**
 * What the snapshots of a table reach. Once reached, a file counts as live until the end, even if
 * the snapshot goes meanwhile. Holds the manifests, not what they list.
 */
final class LiveFiles {
  private final TableState state;
  private final FileIO io;
  private final String uuid;
  private final Set<Long> gone;
  private final TaskContext context;
  private final Set<Long> seen = new HashSet<>();
  private final Map<String, ManifestFile> manifests = new HashMap<>();
  private final Set<String> others = new HashSet<>();
  private final Map<Integer, PartitionSpec> specs = new HashMap<>();

  /**
   * @param before the metadata that the expired snapshots were in
   * @param gone snapshots that have expired
   */
  LiveFiles(
      TableState state, FileIO io, TableMetadata before, Set<Long> gone, TaskContext context) {
    this.state = state;
    this.io = io;
    this.uuid = before.uuid();
    this.gone = Set.copyOf(gone);
    this.context = context;
    specs.putAll(before.specsById());
  }

  /**
   * Reads the table anew.
   *
   * @return manifests that were not known to be live before
   * @throws FilesInDoubtException the table is not what it was
   */
  List<ManifestFile> refresh() {
    TableMetadata now = state.read();
    if (!uuid.equals(now.uuid())) {
      throw new FilesInDoubtException(
          state.name(), "its id changed from " + uuid + " to " + now.uuid());
    }
    specs.putAll(now.specsById());
    List<ManifestFile> fresh = new ArrayList<>();
    for (Snapshot snapshot : now.snapshots()) {
      if (gone.contains(snapshot.snapshotId())) {
        throw new FilesInDoubtException(
            state.name(), "snapshot " + snapshot.snapshotId() + " has expired, and is back");
      }
      if (!seen.contains(snapshot.snapshotId())) {
        add(snapshot, fresh);
      }
    }
    now.statisticsFiles().stream().map(StatisticsFile::path).forEach(others::add);
    now.partitionStatisticsFiles().stream().map(PartitionStatisticsFile::path).forEach(others::add);
    return fresh;
  }

  private void add(Snapshot snapshot, List<ManifestFile> fresh) {
    for (ManifestFile manifest : ManifestContents.list(snapshot, io)) {
      if (manifests.putIfAbsent(manifest.path(), manifest) == null) {
        fresh.add(manifest);
      }
    }
    if (snapshot.manifestListLocation() != null) {
      others.add(snapshot.manifestListLocation());
    }
    // Only when its manifests are known, so that a failure is not forgotten.
    seen.add(snapshot.snapshotId());
    context.advance(0, 0);
  }

  /** All specs that the table had or has. */
  Map<Integer, PartitionSpec> specs() {
    return specs;
  }

  boolean hasManifest(String path) {
    return manifests.containsKey(path);
  }

  /** All manifests that are live. */
  Collection<ManifestFile> manifests() {
    return manifests.values();
  }

  /** Whether it is a live manifest, manifest list, or file of statistics. */
  boolean hasMetadata(String path) {
    return manifests.containsKey(path) || others.contains(path);
  }
}
