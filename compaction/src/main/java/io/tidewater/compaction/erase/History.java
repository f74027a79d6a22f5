/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.erase;

import io.tidewater.compaction.storage.NamedFiles;
import io.tidewater.compaction.task.TaskContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.iceberg.ExpireSnapshots;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.PartitionStatisticsFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.StatisticsFile;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.NotFoundException;

/** Takes away snapshots that hold keys, and then their files. */
final class History {
  private final Table table;
  private final EraseJournal journal;
  private final TaskContext context;

  History(Table table, EraseJournal journal, TaskContext context) {
    this.table = table;
    this.journal = journal;
    this.context = context;
  }

  /**
   * Expires snapshots, after noting their files.
   *
   * @param held what holds keys, as of the table's last refresh
   * @return the ids of those that went; others are held by refs
   */
  List<Long> expire(Holdings held, EraseRequest.Tags tags) {
    Map<String, SnapshotRef> refs = table.refs();
    if (tags == EraseRequest.Tags.DROP) {
      dropTags(held, refs);
      refs = table.refs();
    }
    Set<Long> pinned =
        refs.values().stream().map(SnapshotRef::snapshotId).collect(Collectors.toSet());
    List<Long> going = held.snapshots().stream().filter(id -> !pinned.contains(id)).toList();
    if (going.isEmpty()) {
      return going;
    }
    journal.add(files(held, Set.copyOf(going)));
    context.stage("expiring " + going.size() + " snapshots");
    ExpireSnapshots update =
        table
            .expireSnapshots()
            .cleanupLevel(ExpireSnapshots.CleanupLevel.NONE)
            // Otherwise Iceberg expires by age too.
            .expireOlderThan(0);
    going.forEach(update::expireSnapshotId);
    update.commit();
    table.refresh();
    return going;
  }

  /** Deletes files that were noted, as far as nothing names them any more. */
  List<String> delete() {
    Set<String> noted = journal.read();
    if (noted.isEmpty()) {
      return List.of();
    }
    Set<String> unnamed = Collections.synchronizedSet(new HashSet<>(noted));
    table.refresh();
    new NamedFiles(table, context.workers(), bytes -> context.advance(bytes, 0))
        .tell(unnamed::remove);
    List<String> deleted = new ArrayList<>();
    for (String file : new TreeSet<>(unnamed)) {
      context.advance(0, 0);
      try {
        table.io().deleteFile(file);
      } catch (NotFoundException e) {
        // Whoever came before has deleted it.
      }
      deleted.add(file);
    }
    return deleted;
  }

  /** Forgets the notes: what they name still is not the keys'. */
  void close() {
    journal.delete();
  }

  private void dropTags(Holdings held, Map<String, SnapshotRef> refs) {
    ManageSnapshots update = table.manageSnapshots();
    boolean any = false;
    for (Map.Entry<String, SnapshotRef> ref : refs.entrySet()) {
      if (ref.getValue().isTag() && held.snapshots().contains(ref.getValue().snapshotId())) {
        update.removeTag(ref.getKey());
        any = true;
      }
    }
    if (any) {
      update.commit();
      table.refresh();
    }
  }

  /** The files of snapshots that hold keys, and those that make them readable. */
  private Set<String> files(Holdings held, Set<Long> snapshots) {
    Set<String> files = held.files();
    for (Snapshot snapshot : table.snapshots()) {
      if (snapshots.contains(snapshot.snapshotId())) {
        files.add(snapshot.manifestListLocation());
        snapshot.allManifests(table.io()).stream().map(ManifestFile::path).forEach(files::add);
      }
    }
    for (StatisticsFile file : table.statisticsFiles()) {
      if (snapshots.contains(file.snapshotId())) {
        files.add(file.path());
      }
    }
    for (PartitionStatisticsFile file : table.partitionStatisticsFiles()) {
      if (snapshots.contains(file.snapshotId())) {
        files.add(file.path());
      }
    }
    return files;
  }
}
