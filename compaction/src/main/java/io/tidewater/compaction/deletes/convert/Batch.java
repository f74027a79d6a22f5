/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.convert;

import io.tidewater.compaction.deletes.key.KeyFormat;
import io.tidewater.compaction.deletes.live.EqualityDelete;
import io.tidewater.compaction.deletes.live.Scope;
import io.tidewater.compaction.deletes.live.SnapshotFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.Table;

/** Equality deletes that are converted together. */
final class Batch {
  private final List<EqualityDelete> deletes;
  private final Table table;
  private final List<KeyGroup> groups = new ArrayList<>();
  private final Map<Scope, List<KeyGroup>> byScope = new LinkedHashMap<>();
  private final long latest;

  Batch(List<EqualityDelete> deletes, Table table) {
    this.deletes = List.copyOf(deletes);
    this.table = table;
    this.latest = deletes.stream().mapToLong(EqualityDelete::sequenceNumber).max().orElse(0);
    Map<GroupKey, List<EqualityDelete>> grouped = new LinkedHashMap<>();
    for (EqualityDelete delete : deletes) {
      grouped
          .computeIfAbsent(new GroupKey(delete.scope(), delete.keys()), key -> new ArrayList<>())
          .add(delete);
    }
    grouped.forEach(
        (key, members) -> {
          KeyGroup group = KeyGroup.of(groups.size(), members);
          groups.add(group);
          byScope.computeIfAbsent(key.scope(), scope -> new ArrayList<>()).add(group);
        });
  }

  private record GroupKey(Scope scope, KeyFormat keys) {}

  List<EqualityDelete> deletes() {
    return deletes;
  }

  List<KeyGroup> groups() {
    return groups;
  }

  /** The live data files of a snapshot that it may delete rows of. */
  List<Candidate> candidates(SnapshotFiles files) {
    List<Candidate> candidates = new ArrayList<>();
    visitCandidates(files, candidates::add);
    return candidates;
  }

  /** Visits the live data files of a snapshot that it may delete rows of. */
  void visitCandidates(SnapshotFiles files, Consumer<Candidate> visitor) {
    files.dataFiles(this::mayHold, file -> candidate(file).ifPresent(visitor));
  }

  /** A manifest none of whose files is old enough, or in scope, need not be read. */
  private boolean mayHold(ManifestFile manifest) {
    return manifest.minSequenceNumber() < latest
        && byScope.keySet().stream()
            .anyMatch(
                scope ->
                    scope.equals(Scope.EVERYWHERE) || scope.specId() == manifest.partitionSpecId());
  }

  /** Empty if no delete of the batch can touch the file. */
  Optional<Candidate> candidate(DataFile file) {
    List<KeyGroup> touching = new ArrayList<>();
    addTouching(file, Scope.EVERYWHERE, touching);
    if (byScope.size() > 1 || !byScope.containsKey(Scope.EVERYWHERE)) {
      addTouching(file, Scope.partitionOf(table.specs(), file), touching);
    }
    return touching.isEmpty() ? Optional.empty() : Optional.of(Candidate.of(file, touching));
  }

  private void addTouching(DataFile file, Scope scope, List<KeyGroup> touching) {
    byScope.getOrDefault(scope, List.of()).stream()
        .filter(group -> group.mayDeleteFrom(file))
        .forEach(touching::add);
  }
}
