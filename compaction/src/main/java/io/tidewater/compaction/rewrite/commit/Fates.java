/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.commit;

import io.tidewater.compaction.drift.Drift;
import io.tidewater.compaction.observe.Partition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileContent;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.util.ContentFileUtil;

/** Decides what a drift makes of groups. Reads no file. */
final class Fates {
  private final Map<Integer, PartitionSpec> specs;
  private final Set<String> goneFiles = new HashSet<>();
  private final Set<String> goneVectors = new HashSet<>();
  private final Map<String, List<DeleteFile>> lateByFile = new HashMap<>();
  private final Map<Partition, List<DeleteFile>> lateByPartition = new HashMap<>();
  private final List<DeleteFile> lateEqualities = new ArrayList<>();

  Fates(Drift drift, long plannedSequenceNumber, Map<Integer, PartitionSpec> specs) {
    this.specs = specs;
    drift.removedFiles().forEach(file -> goneFiles.add(file.location()));
    drift.removedDeletes().stream()
        .filter(ContentFileUtil::isDV)
        .forEach(vector -> goneVectors.add(vector.referencedDataFile()));
    for (DeleteFile delete : drift.addedDeletes()) {
      if (delete.content() == FileContent.EQUALITY_DELETES) {
        if (delete.dataSequenceNumber() > plannedSequenceNumber) {
          lateEqualities.add(delete);
        }
        continue;
      }
      String file = ContentFileUtil.referencedDataFileLocation(delete);
      if (file == null) {
        lateByPartition.computeIfAbsent(Partition.of(delete), key -> new ArrayList<>()).add(delete);
      } else {
        lateByFile.computeIfAbsent(file, key -> new ArrayList<>()).add(delete);
      }
    }
  }

  /** Equality deletes that apply to outputs. */
  List<DeleteFile> lateEqualities() {
    return lateEqualities;
  }

  /** Late deletes that concern a file alone. */
  List<DeleteFile> lateOf(DataFile file) {
    return lateByFile.getOrDefault(file.location(), List.of());
  }

  Fate of(FinishedGroup finished) {
    Map<String, List<DeleteFile>> late = new HashMap<>();
    for (FileScanTask task : finished.group().inputs()) {
      DataFile input = task.file();
      List<DeleteFile> deletes = new ArrayList<>(lateOf(input));
      deletes.addAll(lateByPartition.getOrDefault(Partition.of(input), List.of()));
      if (goneFiles.contains(input.location())) {
        return new Fate.Lost(finished, "input " + input.location() + " is no longer in the table");
      }
      if (goneVectors.contains(input.location())
          && deletes.stream().noneMatch(ContentFileUtil::isDV)) {
        return new Fate.Lost(
            finished, "the deletion vector of input " + input.location() + " was taken away");
      }
      if (input.specId() != finished.group().outputSpecId() && partitionedEqualityCame()) {
        return new Fate.Lost(
            finished,
            "equality deletes of single partitions came, and the outputs are partitioned by another"
                + " spec than the inputs");
      }
      if (!deletes.isEmpty()) {
        late.put(input.location(), deletes);
      }
    }
    return new Fate.Lands(finished, late);
  }

  /** Such deletes would apply to other rows among the outputs than among the inputs. */
  private boolean partitionedEqualityCame() {
    return lateEqualities.stream()
        .map(delete -> Objects.requireNonNull(specs.get(delete.specId()), "spec"))
        .anyMatch(PartitionSpec::isPartitioned);
  }
}
