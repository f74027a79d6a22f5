/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.live;

import io.tidewater.compaction.deletes.key.KeyFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileContent;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;

/** The live files of a snapshot, read from its manifests one by one. */
public record SnapshotFiles(Table table, Snapshot snapshot) {
  /**
   * Visits live data files.
   *
   * @param manifests which manifests to read
   * @param visitor is given each file with its metrics; has to copy what it keeps
   */
  public void dataFiles(Predicate<ManifestFile> manifests, Consumer<DataFile> visitor) {
    for (ManifestFile manifest : snapshot.dataManifests(table.io())) {
      if (manifests.test(manifest)) {
        visit(ManifestFiles.read(manifest, table.io(), table.specs()), visitor);
      }
    }
  }

  /** Visits live delete files; the visitor has to copy what it keeps. */
  public void deleteFiles(Consumer<DeleteFile> visitor) {
    for (ManifestFile manifest : snapshot.deleteManifests(table.io())) {
      visit(ManifestFiles.readDeleteManifest(manifest, table.io(), table.specs()), visitor);
    }
  }

  /** All live equality deletes. */
  public List<EqualityDelete> equalityDeletes() {
    List<EqualityDelete> deletes = new ArrayList<>();
    Map<Set<Integer>, KeyFormat> formats = new HashMap<>();
    deleteFiles(
        file -> {
          if (file.content() == FileContent.EQUALITY_DELETES) {
            KeyFormat keys =
                formats.computeIfAbsent(
                    new TreeSet<>(file.equalityFieldIds()), ids -> KeyFormat.of(table, ids));
            DeleteFile kept = file.copy();
            deletes.add(EqualityDelete.of(kept, Scope.ofEqualityDelete(table.specs(), kept), keys));
          }
        });
    return deletes;
  }

  private static <F extends ContentFile<F>> void visit(
      CloseableIterable<F> files, Consumer<F> visitor) {
    try (files) {
      files.forEach(visitor);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
