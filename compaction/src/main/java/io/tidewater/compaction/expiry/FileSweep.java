/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.expiry;

import io.tidewater.compaction.expiry.SnapshotRemoval.Removed;
import io.tidewater.compaction.task.MemoryBudget;
import io.tidewater.compaction.task.TaskContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.NotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes files that expired snapshots held, and that no snapshot of the table reaches. What is
 * live is read after the snapshots were removed, and once more right before anything is deleted, so
 * that a file which a snapshot made meanwhile lists again is kept. When it ends early, whatever is
 * left is found by the removal of orphans.
 */
final class FileSweep {
  private static final Logger LOG = LoggerFactory.getLogger(FileSweep.class);
  private static final long MEMORY = 64L << 20;

  private final Table table;
  private final LiveFiles live;
  private final ManifestContents contents;
  private final FileDeletion deletion;
  private final TaskContext context;

  FileSweep(Table table, LiveFiles live, FileDeletion deletion, TaskContext context) {
    this.table = table;
    this.live = live;
    this.contents = new ManifestContents(table.io(), live.specs());
    this.deletion = deletion;
    this.context = context;
  }

  /**
   * Deletes what nobody reaches any more.
   *
   * @throws FilesInDoubtException the table is not what it was; nothing more was deleted
   */
  void sweep(List<Removed> removed) {
    live.refresh();
    Set<String> metadata = new HashSet<>();
    removed.forEach(batch -> metadata.addAll(batch.metadataFiles()));
    Collection<ManifestFile> dead = deadManifests(removed);
    try (MemoryBudget.Share memory = context.memory().take(MEMORY)) {
      sweepFiles(dead, memory.bytes());
    }
    dead.forEach(manifest -> metadata.add(manifest.path()));
    live.refresh();
    metadata.removeIf(live::hasMetadata);
    deletion.delete(metadata);
  }

  private Collection<ManifestFile> deadManifests(List<Removed> removed) {
    Map<String, ManifestFile> dead = new HashMap<>();
    for (Removed batch : removed) {
      for (Snapshot snapshot : batch.snapshots()) {
        for (ManifestFile manifest : manifests(snapshot)) {
          if (!live.hasManifest(manifest.path())) {
            dead.put(manifest.path(), manifest);
          }
        }
        context.advance(0, 0);
      }
    }
    return dead.values();
  }

  private void sweepFiles(Collection<ManifestFile> dead, long memory) {
    Candidates candidates = new Candidates(memory);
    for (ManifestFile manifest : dead) {
      try {
        contents.visit(manifest, file -> candidates.add(manifest.content(), file));
      } catch (NotFoundException e) {
        LOG.warn("an expired manifest is gone, its files are left manifest={}", manifest.path(), e);
      }
      context.advance(manifest.length(), 0);
      if (candidates.isFull()) {
        resolve(candidates);
        candidates.clear();
      }
    }
    resolve(candidates);
  }

  /** Deletes those candidates that no live manifest lists. */
  private void resolve(Candidates candidates) {
    spare(candidates, live.manifests());
    while (!candidates.isEmpty()) {
      List<ManifestFile> fresh = live.refresh();
      if (fresh.isEmpty()) {
        break;
      }
      spare(candidates, fresh);
    }
    deletion.delete(candidates.locations());
  }

  private void spare(Candidates candidates, Collection<ManifestFile> manifests) {
    List<ManifestFile> newestFirst = new ArrayList<>(manifests);
    newestFirst.sort(Comparator.comparing(ManifestFile::sequenceNumber).reversed());
    for (ManifestFile manifest : newestFirst) {
      if (candidates.mayBeIn(manifest)) {
        contents.visit(manifest, candidates::remove);
        context.advance(manifest.length(), 0);
      }
    }
  }

  private List<ManifestFile> manifests(Snapshot snapshot) {
    try {
      return ManifestContents.list(snapshot, table.io());
    } catch (NotFoundException e) {
      LOG.warn(
          "the manifest list of an expired snapshot is gone, its files are left table={} snapshot={}",
          table.name(),
          snapshot.snapshotId(),
          e);
      return List.of();
    }
  }
}
