/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.plan;

import io.tidewater.compaction.observe.SortKey;
import io.tidewater.compaction.observe.SortKey.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.util.ContentFileUtil;

/** Chooses the files of a partition that its verdict is about. Pure. */
final class FileChoice {
  private final JudgeRules rules;
  private final SortKey key;

  FileChoice(JudgeRules rules, SortKey key) {
    this.rules = rules;
    this.key = key;
  }

  List<FileScanTask> of(Verdict verdict, List<FileScanTask> files) {
    Set<Trigger> triggers = verdict.triggers();
    Set<String> deep = triggers.contains(Trigger.OVERLAP) ? deep(files) : Set.of();
    List<FileScanTask> forThemselves = new ArrayList<>();
    List<FileScanTask> small = new ArrayList<>();
    for (FileScanTask task : files) {
      DataFile file = task.file();
      boolean chosen =
          triggers.contains(Trigger.OLD_SPEC)
              || deep.contains(file.location())
              || (triggers.contains(Trigger.DELETES)
                  && deletedRatio(task) >= rules.deletes().ratio())
              || (triggers.contains(Trigger.UNSORTED) && unsorted(file));
      if (chosen) {
        forThemselves.add(task);
      } else if (triggers.contains(Trigger.SMALL)
          && file.fileSizeInBytes() < verdict.smallBelow()) {
        small.add(task);
      }
    }
    // A small file alone would only be copied.
    if (forThemselves.size() + small.size() > 1) {
      forThemselves.addAll(small);
    }
    return forThemselves;
  }

  private boolean unsorted(DataFile file) {
    Integer order = file.sortOrderId();
    return order == null || order != key.orderId();
  }

  private Set<String> deep(List<FileScanTask> files) {
    Map<String, Range> ranges = new HashMap<>();
    for (FileScanTask task : files) {
      key.range(task.file()).ifPresent(range -> ranges.put(task.file().location(), range));
    }
    return Overlaps.deeperThan(ranges, rules.layout().overlapDepth());
  }

  /** The share of a file's rows that are deleted by position, as far as metadata tells. */
  private static double deletedRatio(FileScanTask task) {
    long deleted =
        task.deletes().stream()
            .filter(ContentFileUtil::isFileScoped)
            .mapToLong(DeleteFile::recordCount)
            .sum();
    return (double) deleted / Math.max(1, task.file().recordCount());
  }
}
