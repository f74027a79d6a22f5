/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.repack;

import io.tidewater.compaction.deletes.live.Scope;
import io.tidewater.compaction.deletes.repack.Inventory.PartitionDeletes;
import io.tidewater.compaction.task.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.util.ContentFileUtil;

/**
 * What is to be done to the delete files of a table. A pure decision.
 *
 * @param dangling to be removed
 * @param pack deletion vectors to be copied into larger files
 * @param merge data files whose position deletes are to become one delete of each
 * @param split position deletes of several data files, which go when those are merged
 */
record RepackPlan(
    List<DeleteFile> dangling,
    List<DeleteFile> pack,
    List<DataFile> merge,
    List<DeleteFile> split) {

  /**
   * The limits.
   *
   * @param files so many small files of a partition are packed
   * @param targetBytes how large files are to be
   * @param removeDangling whether dangling deletes are removed
   * @param vectors whether the table has deletion vectors (format v3)
   */
  record Limits(long files, long targetBytes, boolean removeDangling, boolean vectors) {}

  boolean isEmpty() {
    return dangling.isEmpty() && pack.isEmpty() && merge.isEmpty();
  }

  /** How many delete files the plan takes out. */
  long filesBefore() {
    return dangling.size()
        + pack.stream().map(DeleteFile::location).distinct().count()
        + merge.size()
        + split.size();
  }

  long bytes() {
    return Stream.concat(pack.stream(), split.stream()).mapToLong(RepackPlan::bytes).sum();
  }

  static RepackPlan of(
      Inventory inventory, Limits limits, Function<Scope, String> names, List<Finding> findings) {
    RepackPlan plan =
        new RepackPlan(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    if (limits.removeDangling()) {
      Stream<DeleteFile> positions =
          inventory.partitions().values().stream()
              .flatMap(
                  one ->
                      Stream.of(one.vectors(), one.ofOneFile(), one.ofManyFiles())
                          .flatMap(List::stream));
      Stream.concat(inventory.equality().stream(), positions)
          .filter(inventory::isDangling)
          .forEach(plan.dangling::add);
      if (!plan.dangling.isEmpty()) {
        findings.add(
            Finding.planned(
                Finding.WHOLE_TABLE,
                plan.dangling.size() + " deletes apply to no live data file any more"));
      }
    }
    inventory
        .partitions()
        .forEach(
            (scope, deletes) -> {
              plan.addPacking(inventory, deletes, limits, names.apply(scope), findings);
              plan.addMerging(inventory, deletes, limits, names.apply(scope), findings);
            });
    return plan;
  }

  private void addPacking(
      Inventory inventory,
      PartitionDeletes deletes,
      Limits limits,
      String name,
      List<Finding> findings) {
    Map<String, List<DeleteFile>> byFile = new HashMap<>();
    deletes.vectors().stream()
        .filter(vector -> !inventory.isDangling(vector) && vector.keyMetadata() == null)
        .forEach(
            vector ->
                byFile.computeIfAbsent(vector.location(), file -> new ArrayList<>()).add(vector));
    byFile
        .values()
        .removeIf(
            vectors ->
                vectors.stream().mapToLong(RepackPlan::bytes).sum() * 2 >= limits.targetBytes());
    if (byFile.isEmpty()) {
      return;
    }
    String numbers = byFile.size() + " small files of deletion vectors";
    if (byFile.size() >= Math.max(2, limits.files())) {
      byFile.values().forEach(pack::addAll);
      findings.add(Finding.planned(name, numbers + ", at least " + limits.files()));
    } else {
      findings.add(Finding.skipped(name, numbers + ", fewer than " + limits.files()));
    }
  }

  private void addMerging(
      Inventory inventory,
      PartitionDeletes deletes,
      Limits limits,
      String name,
      List<Finding> findings) {
    Set<String> seen = new HashSet<>();
    Set<String> wanted = new HashSet<>();
    for (DeleteFile delete : deletes.ofOneFile()) {
      String location = ContentFileUtil.referencedDataFileLocation(delete);
      if (!seen.add(location) || limits.vectors()) {
        wanted.add(location);
      }
    }
    List<DeleteFile> shared =
        deletes.ofManyFiles().stream().filter(delete -> !inventory.isDangling(delete)).toList();
    if (!shared.isEmpty()) {
      wanted.addAll(deletes.files().keySet());
    }
    List<DataFile> files =
        wanted.stream().filter(deletes.files()::containsKey).map(deletes.files()::get).toList();
    if (!files.isEmpty()) {
      merge.addAll(files);
      split.addAll(shared);
      findings.add(
          Finding.planned(
              name,
              deletes.ofOneFile().size()
                  + " position deletes of one data file and "
                  + shared.size()
                  + " of several become one for each of "
                  + files.size()
                  + " data files"));
    }
  }

  static long bytes(DeleteFile delete) {
    Long blob = delete.contentSizeInBytes();
    return blob != null ? blob : delete.fileSizeInBytes();
  }
}
