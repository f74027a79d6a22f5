/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.upkeep;

import io.tidewater.compaction.task.Assessment;
import io.tidewater.compaction.task.Finding;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;

/** Finds tables with schemas and partition specs that nothing uses. */
public final class MetadataCleaner {
  private MetadataCleaner() {}

  /** Reads manifest lists only where there is enough to clean. */
  public static Assessment assess(TableView view) {
    if (!view.policy().get(UpkeepOptions.CLEAN)) {
      return Assessment.nothing(UpkeepOptions.CLEAN.name() + " is off");
    }
    Table table = view.table();
    long worth = view.policy().get(UpkeepOptions.CLEAN_COUNT);
    Set<Integer> schemas = unusedSchemas(table);
    if (schemas.size() + table.specs().size() - 1 < worth) {
      return Assessment.nothing(
          "%d unused schemas and at most %d unused partition specs are not worth a commit"
              .formatted(schemas.size(), table.specs().size() - 1));
    }
    Set<Integer> specs = unusedSpecs(table);
    if (schemas.size() + specs.size() < worth) {
      return Assessment.nothing(
          "%d unused schemas and %d unused partition specs are not worth a commit"
              .formatted(schemas.size(), specs.size()));
    }
    Finding finding = decide(view, schemas, specs);
    List<Task> tasks =
        finding.decision() == Finding.Decision.DO
            ? List.of(new CleanTask(table, finding.reason()))
            : List.of();
    return new Assessment(tasks, List.of(finding));
  }

  private static Finding decide(TableView view, Set<Integer> schemas, Set<Integer> specs) {
    Table table = view.table();
    Optional<String> guarded =
        table.refs().entrySet().stream()
            .filter(ref -> retains(ref.getValue()))
            .map(ref -> ref.getKey())
            .findFirst();
    if (guarded.isPresent()) {
      return Finding.skipped(
          Finding.WHOLE_TABLE,
          "branch or tag %s has its own retention: left to the expiry of snapshots"
              .formatted(guarded.get()));
    }
    Duration age = view.policy().get(UpkeepOptions.CLEAN_AGE);
    if (!isSettled(table, view.now().minus(age))) {
      return Finding.waiting(
          Finding.WHOLE_TABLE,
          "the present schema and partition spec have not been in use for " + age + " yet");
    }
    return Finding.planned(
        Finding.WHOLE_TABLE,
        "no snapshot uses %d of %d schemas and %d of %d partition specs"
            .formatted(schemas.size(), table.schemas().size(), specs.size(), table.specs().size()));
  }

  private static boolean retains(SnapshotRef ref) {
    return ref.maxRefAgeMs() != null
        || ref.maxSnapshotAgeMs() != null
        || ref.minSnapshotsToKeep() != null;
  }

  private static Set<Integer> unusedSchemas(Table table) {
    Set<Integer> unused = new HashSet<>(table.schemas().keySet());
    unused.remove(table.schema().schemaId());
    table.snapshots().forEach(snapshot -> unused.remove(snapshot.schemaId()));
    return unused;
  }

  private static Set<Integer> unusedSpecs(Table table) {
    Set<Integer> unused = new HashSet<>(table.specs().keySet());
    unused.remove(table.spec().specId());
    for (Snapshot snapshot : table.snapshots()) {
      if (unused.isEmpty()) {
        break;
      }
      for (ManifestFile manifest : snapshot.allManifests(table.io())) {
        unused.remove(manifest.partitionSpecId());
      }
    }
    return unused;
  }

  /** Whether writers that began since some time have begun with what is there now. */
  private static boolean isSettled(Table table, Instant since) {
    boolean schema = table.schemas().size() == 1;
    boolean spec = table.specs().size() == 1;
    for (Snapshot snapshot : table.snapshots()) {
      if (Instant.ofEpochMilli(snapshot.timestampMillis()).isBefore(since)) {
        schema |= Integer.valueOf(table.schema().schemaId()).equals(snapshot.schemaId());
        spec =
            spec
                || snapshot.allManifests(table.io()).stream()
                    .anyMatch(manifest -> manifest.partitionSpecId() == table.spec().specId());
      }
    }
    return schema && spec;
  }
}
