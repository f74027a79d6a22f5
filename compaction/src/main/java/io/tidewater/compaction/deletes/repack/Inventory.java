/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.repack;

import io.tidewater.compaction.deletes.live.EqualityDelete;
import io.tidewater.compaction.deletes.live.Scope;
import io.tidewater.compaction.deletes.live.SnapshotFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileContent;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.util.ContentFileUtil;

/** The delete files of a snapshot, and what there is of data files for them to apply to. */
final class Inventory {
  private final Map<Integer, PartitionSpec> specs;
  private final List<DeleteFile> equality = new ArrayList<>();
  private final Map<Scope, PartitionDeletes> partitions = new HashMap<>();
  private final Map<Scope, Long> oldest = new HashMap<>();
  private final Set<String> referenced = new HashSet<>();
  private final Set<String> live = new HashSet<>();
  private long oldestOfAll = Long.MAX_VALUE;

  private Inventory(Map<Integer, PartitionSpec> specs) {
    this.specs = specs;
  }

  /** Position deletes and deletion vectors of one partition, and the data files to go with them. */
  static final class PartitionDeletes {
    private final List<DeleteFile> vectors = new ArrayList<>();
    private final List<DeleteFile> ofOneFile = new ArrayList<>();
    private final List<DeleteFile> ofManyFiles = new ArrayList<>();
    private final Map<String, DataFile> files = new HashMap<>();

    List<DeleteFile> vectors() {
      return vectors;
    }

    List<DeleteFile> ofOneFile() {
      return ofOneFile;
    }

    List<DeleteFile> ofManyFiles() {
      return ofManyFiles;
    }

    /** Live data files that position deletes may speak of. */
    Map<String, DataFile> files() {
      return files;
    }

    private void add(DeleteFile file) {
      List<DeleteFile> kind =
          ContentFileUtil.isDV(file)
              ? vectors
              : ContentFileUtil.isFileScoped(file) ? ofOneFile : ofManyFiles;
      kind.add(file);
    }
  }

  static Inventory of(SnapshotFiles files) {
    Inventory inventory = new Inventory(files.table().specs());
    files.deleteFiles(inventory::addDelete);
    if (!inventory.isEmpty()) {
      files.dataFiles(manifest -> true, inventory::addData);
    }
    return inventory;
  }

  private void addDelete(DeleteFile read) {
    DeleteFile file = read.copy();
    if (file.content() == FileContent.EQUALITY_DELETES) {
      equality.add(file.copyWithoutStats());
    } else {
      partitions
          .computeIfAbsent(Scope.partitionOf(specs, file), scope -> new PartitionDeletes())
          .add(file);
      String location = ContentFileUtil.referencedDataFileLocation(file);
      if (location != null) {
        referenced.add(location);
      }
    }
  }

  private void addData(DataFile file) {
    long sequenceNumber = EqualityDelete.sequenceNumber(file);
    Scope scope = Scope.partitionOf(specs, file);
    oldest.merge(scope, sequenceNumber, Math::min);
    oldestOfAll = Math.min(oldestOfAll, sequenceNumber);
    boolean spokenOf = referenced.contains(file.location());
    if (spokenOf) {
      live.add(file.location());
    }
    PartitionDeletes deletes = partitions.get(scope);
    if (deletes != null
        && (!deletes.ofManyFiles.isEmpty() || (spokenOf && !deletes.ofOneFile.isEmpty()))) {
      deletes.files.put(file.location(), file.copyWithoutStats());
    }
  }

  boolean isEmpty() {
    return equality.isEmpty() && partitions.isEmpty();
  }

  List<DeleteFile> equality() {
    return equality;
  }

  Map<Scope, PartitionDeletes> partitions() {
    return partitions;
  }

  /** Whether no live data file is subject to a delete. */
  boolean isDangling(DeleteFile delete) {
    if (delete.content() == FileContent.EQUALITY_DELETES) {
      Scope scope = Scope.ofEqualityDelete(specs, delete);
      long first =
          scope.equals(Scope.EVERYWHERE) ? oldestOfAll : oldest.getOrDefault(scope, Long.MAX_VALUE);
      return first >= EqualityDelete.sequenceNumber(delete);
    }
    String location = ContentFileUtil.referencedDataFileLocation(delete);
    return location != null
        ? !live.contains(location)
        : oldest.getOrDefault(Scope.partitionOf(specs, delete), Long.MAX_VALUE)
            > EqualityDelete.sequenceNumber(delete);
  }
}
