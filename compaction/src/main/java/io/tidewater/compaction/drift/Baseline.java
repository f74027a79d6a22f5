/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.drift;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.ManifestContent;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.util.SnapshotUtil;

/**
 * The snapshot that a job is planned on: what the job has seen. Holds the list of its manifests,
 * not their content.
 */
public final class Baseline {
  private final Snapshot snapshot;
  private final List<ManifestFile> manifests;

  private Baseline(Snapshot snapshot, List<ManifestFile> manifests) {
    this.snapshot = snapshot;
    this.manifests = manifests;
  }

  /** The baseline that a snapshot is. Reads its manifest list. */
  public static Baseline of(Table table, Snapshot snapshot) {
    return new Baseline(snapshot, List.copyOf(snapshot.allManifests(table.io())));
  }

  public Snapshot snapshot() {
    return snapshot;
  }

  /** The sequence number that rewritten files take: all deletes up to it have been applied. */
  public long sequenceNumber() {
    return snapshot.sequenceNumber();
  }

  /**
   * Finds out what has changed until a head. Reads only manifests that the two do not share.
   *
   * @param table refreshed
   * @throws PlanLostException the head does not stand on this snapshot
   */
  public Drift until(Table table, Snapshot head) {
    if (head.snapshotId() == snapshot.snapshotId()) {
      return Drift.NONE;
    }
    if (!SnapshotUtil.isAncestorOf(head.snapshotId(), snapshot.snapshotId(), table::snapshot)) {
      throw new PlanLostException(table.name(), snapshot.snapshotId(), head.snapshotId());
    }
    List<ManifestFile> now = head.allManifests(table.io());
    List<ManifestFile> gone = without(manifests, now);
    List<ManifestFile> come = without(now, manifests);
    Changes<DataFile> data = new Changes<>();
    Changes<DeleteFile> deletes = new Changes<>();
    visit(table, gone, data::before, deletes::before);
    visit(table, come, data::after, deletes::after);
    return new Drift(data.added, data.removed(), deletes.added, deletes.removed());
  }

  private static List<ManifestFile> without(List<ManifestFile> some, List<ManifestFile> others) {
    Set<String> paths = others.stream().map(ManifestFile::path).collect(Collectors.toSet());
    return some.stream().filter(manifest -> !paths.contains(manifest.path())).toList();
  }

  private static void visit(
      Table table,
      List<ManifestFile> manifests,
      Consumer<DataFile> data,
      Consumer<DeleteFile> deletes) {
    for (ManifestFile manifest : manifests) {
      if (manifest.content() == ManifestContent.DATA) {
        visit(ManifestFiles.read(manifest, table.io(), table.specs()), data);
      } else {
        visit(ManifestFiles.readDeleteManifest(manifest, table.io(), table.specs()), deletes);
      }
    }
  }

  private static <F extends ContentFile<F>> void visit(
      CloseableIterable<F> files, Consumer<F> visitor) {
    try (files) {
      for (F file : files) {
        visitor.accept(file.copy());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files that moved from one manifest to another have not changed. */
  private static final class Changes<F extends ContentFile<F>> {
    private final Map<FileKey, F> before = new HashMap<>();
    private final Set<FileKey> stayed = new HashSet<>();
    private final List<F> added = new ArrayList<>();

    void before(F file) {
      before.put(FileKey.of(file), file);
    }

    void after(F file) {
      FileKey key = FileKey.of(file);
      if (before.containsKey(key)) {
        stayed.add(key);
      } else {
        added.add(file);
      }
    }

    List<F> removed() {
      return before.entrySet().stream()
          .filter(entry -> !stayed.contains(entry.getKey()))
          .map(Map.Entry::getValue)
          .toList();
    }
  }
}
