/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.commit;

import io.tidewater.compaction.commit.Change;
import io.tidewater.compaction.drift.Baseline;
import io.tidewater.compaction.drift.Drift;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.roaringbitmap.longlong.Roaring64NavigableMap;

/**
 * The snapshot that puts rewritten groups in place of their inputs: on each head of those groups
 * that still hold there.
 */
public final class RewriteChange implements Change {
  private final Table table;
  private final Baseline baseline;
  private final List<FinishedGroup> groups;
  private final PatchFiles patchFiles;
  private List<Fate.Lands> landing = List.of();
  private List<Fate.Lost> lost = List.of();

  /**
   * @param table the committer's handle
   * @param baseline the snapshot that all groups were planned on
   * @param groups at least one
   * @param ids for names of files
   */
  public RewriteChange(
      Table table, Baseline baseline, List<FinishedGroup> groups, Supplier<UUID> ids) {
    this.table = table;
    this.baseline = baseline;
    this.groups = List.copyOf(groups);
    this.patchFiles = new PatchFiles(table, ids);
  }

  /** The groups that the last head, that of the commit if it landed, took. */
  public List<Fate.Lands> landing() {
    return landing;
  }

  /** The groups that the last head made void. */
  public List<Fate.Lost> lost() {
    return lost;
  }

  @Override
  public Attempt on(Snapshot head) {
    Drift drift = baseline.until(table, head);
    Fates fates = new Fates(drift, baseline.sequenceNumber(), table.specs());
    LatePatch latePatch = new LatePatch(table);
    List<Fate.Lands> lands = new ArrayList<>();
    List<Fate.Lost> loses = new ArrayList<>();
    Map<String, Roaring64NavigableMap> patches = new HashMap<>();
    for (FinishedGroup group : groups) {
      Fate fate = fates.of(group);
      if (fate instanceof Fate.Lands landsHere) {
        Optional<Map<String, Roaring64NavigableMap>> patch = latePatch.of(landsHere);
        if (patch.isPresent()) {
          patches.putAll(patch.get());
          lands.add(landsHere);
        } else {
          loses.add(
              new Fate.Lost(
                  group, "rows were deleted meanwhile, and sorting has lost track of them"));
        }
      } else if (fate instanceof Fate.Lost gone) {
        loses.add(gone);
      }
    }
    landing = List.copyOf(lands);
    lost = List.copyOf(loses);
    if (lands.isEmpty()) {
      return new Attempt.GiveUp(loses.get(0).reason());
    }
    return commit(head, fates, drift, patches);
  }

  private Attempt commit(
      Snapshot head, Fates fates, Drift drift, Map<String, Roaring64NavigableMap> patches) {
    List<DataFile> inputs =
        landing.stream()
            .flatMap(lands -> lands.group().group().inputs().stream())
            .map(FileScanTask::file)
            .toList();
    List<DataFile> outputs =
        landing.stream().flatMap(lands -> lands.group().result().added().stream()).toList();
    Set<String> replaced = new HashSet<>();
    inputs.forEach(input -> replaced.add(input.location()));

    Replacement replacement = new Replacement(inputs, outputs);
    replacement.dropDeletesOf(landing, fates, drift);
    if (!patches.isEmpty()) {
      replacement.add(patchFiles.write(patches, outputs));
    }
    for (DeleteFile delete :
        new EndangeredDeletes(table, head).among(fates.lateEqualities(), replaced)) {
      replacement.exchange(delete, patchFiles.copy(delete));
    }
    if (replacement.addsWithoutRemoving()) {
      DeleteFile late = anyLate();
      replacement.exchange(late, patchFiles.copy(late));
    }
    return new Attempt.Commit<>(
        transaction ->
            replacement.on(transaction.newRewrite(), head.snapshotId(), baseline.sequenceNumber()));
  }

  /** Iceberg wants a rewrite that adds delete files to replace at least one. */
  private DeleteFile anyLate() {
    return landing.stream()
        .flatMap(lands -> lands.lateDeletes().values().stream())
        .flatMap(List::stream)
        .findFirst()
        .orElseThrow();
  }
}
