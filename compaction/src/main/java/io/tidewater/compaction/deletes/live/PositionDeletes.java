/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.live;

import io.tidewater.compaction.drift.Drift;
import io.tidewater.compaction.drift.FileKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileContent;
import org.apache.iceberg.Table;
import org.apache.iceberg.util.ContentFileUtil;

/** The deletion vectors and position deletes that are live for some data files. Immutable. */
public final class PositionDeletes {
  private final Table table;
  private final Map<String, List<DeleteFile>> byFile = new HashMap<>();
  private final Map<Scope, List<DeleteFile>> byPartition = new HashMap<>();

  private PositionDeletes(Table table) {
    this.table = table;
  }

  /**
   * Reads them.
   *
   * @param locations of the data files
   */
  public static PositionDeletes of(SnapshotFiles files, Set<String> locations) {
    PositionDeletes deletes = new PositionDeletes(files.table());
    files.deleteFiles(
        file -> {
          if (file.content() == FileContent.POSITION_DELETES) {
            String referenced = ContentFileUtil.referencedDataFileLocation(file);
            if (referenced == null || locations.contains(referenced)) {
              deletes.add(file.copy());
            }
          }
        });
    return deletes;
  }

  /** Those that are live after more has happened. */
  public PositionDeletes after(Drift drift) {
    Set<FileKey> gone =
        drift.removedDeletes().stream().map(FileKey::of).collect(Collectors.toSet());
    PositionDeletes later = new PositionDeletes(table);
    byFile.values().forEach(files -> later.addAllBut(gone, files));
    byPartition.values().forEach(files -> later.addAllBut(gone, files));
    drift.addedDeletes().stream()
        .filter(file -> file.content() == FileContent.POSITION_DELETES)
        .forEach(later::add);
    return later;
  }

  private void addAllBut(Set<FileKey> gone, List<DeleteFile> files) {
    files.stream().filter(file -> !gone.contains(FileKey.of(file))).forEach(this::add);
  }

  private void add(DeleteFile file) {
    String referenced = ContentFileUtil.referencedDataFileLocation(file);
    if (referenced != null) {
      byFile.computeIfAbsent(referenced, location -> new ArrayList<>()).add(file);
    } else {
      byPartition
          .computeIfAbsent(Scope.partitionOf(table.specs(), file), partition -> new ArrayList<>())
          .add(file);
    }
  }

  /** Those that speak of one data file only. */
  public List<DeleteFile> onlyOf(DataFile file) {
    return List.copyOf(byFile.getOrDefault(file.location(), List.of()));
  }

  /** Those that may speak of a data file among others. */
  public List<DeleteFile> amongOthersOf(DataFile file) {
    return byPartition.isEmpty()
        ? List.of()
        : List.copyOf(byPartition.getOrDefault(Scope.partitionOf(table.specs(), file), List.of()));
  }
}
