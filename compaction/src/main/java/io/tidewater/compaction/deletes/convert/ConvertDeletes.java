/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.convert;

import io.tidewater.compaction.commit.Patience;
import io.tidewater.compaction.deletes.DeleteOptions;
import io.tidewater.compaction.deletes.live.EqualityDelete;
import io.tidewater.compaction.deletes.live.Scope;
import io.tidewater.compaction.deletes.live.SnapshotFiles;
import io.tidewater.compaction.policy.PolicyOption;
import io.tidewater.compaction.task.Assessment;
import io.tidewater.compaction.task.Estimate;
import io.tidewater.compaction.task.Finding;
import io.tidewater.compaction.task.Maintenance;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.Table;

/**
 * Converts equality deletes to deletion vectors (format v3) or position deletes of one data file
 * each (v2). Reads only the key columns of data files that the keys can be in, and keeps nothing
 * from one time to the next: what is pending stands in the table.
 */
public final class ConvertDeletes implements Maintenance {
  private final Patience patience;

  /**
   * @param patience waits between attempts to commit
   */
  public ConvertDeletes(Patience patience) {
    this.patience = patience;
  }

  @Override
  public TaskKind kind() {
    return TaskKind.CONVERT_DELETES;
  }

  @Override
  public List<PolicyOption<?>> options() {
    return DeleteOptions.OF_CONVERSION;
  }

  @Override
  public Assessment assess(TableView view) {
    Snapshot head = view.table().snapshot(view.branch());
    if (head == null) {
      return Assessment.nothing("branch " + view.branch() + " has no snapshot");
    }
    if ("0".equals(head.summary().get(SnapshotSummary.TOTAL_EQ_DELETES_PROP))) {
      return Assessment.nothing("no equality deletes");
    }
    SnapshotFiles files = new SnapshotFiles(view.table(), head);
    Map<Scope, List<EqualityDelete>> pending =
        files.equalityDeletes().stream()
            .collect(
                Collectors.groupingBy(
                    EqualityDelete::scope, LinkedHashMap::new, Collectors.toList()));
    return pending.isEmpty()
        ? Assessment.nothing("no equality deletes")
        : assess(view, files, pending);
  }

  private Assessment assess(
      TableView view, SnapshotFiles files, Map<Scope, List<EqualityDelete>> pending) {
    Trigger trigger = Trigger.of(view.policy());
    long rows = rows(files.snapshot());
    List<Finding> findings = new ArrayList<>();
    Set<Scope> due = new HashSet<>();
    List<EqualityDelete> dueDeletes = new ArrayList<>();
    pending.forEach(
        (scope, deletes) -> {
          Duration age = Duration.between(oldest(view.table(), deletes), view.now());
          Finding finding =
              trigger.decide(scope.name(view.table().specs()), Pending.of(deletes, age), rows);
          findings.add(finding);
          if (finding.decision() == Finding.Decision.DO) {
            due.add(scope);
            dueDeletes.addAll(deletes);
          }
        });
    if (due.isEmpty()) {
      return new Assessment(List.of(), findings);
    }
    long memory = view.policy().get(DeleteOptions.MEMORY);
    Estimate estimate = estimate(files, dueDeletes, memory);
    String reason =
        dueDeletes.size() + " equality deletes in " + due.size() + " scopes are due for conversion";
    return new Assessment(
        List.of(
            new ConversionTask(
                view,
                new ConversionTask.Order(due, files.snapshot().sequenceNumber(), memory),
                estimate,
                reason,
                patience)),
        findings);
  }

  private static long rows(Snapshot head) {
    String rows = head.summary().get(SnapshotSummary.TOTAL_RECORDS_PROP);
    return rows == null ? Long.MAX_VALUE : Long.parseLong(rows);
  }

  /** When the first of them was committed; those whose snapshot is forgotten are old. */
  private static Instant oldest(Table table, List<EqualityDelete> deletes) {
    long first = deletes.stream().mapToLong(EqualityDelete::sequenceNumber).min().orElseThrow();
    for (Snapshot snapshot : table.snapshots()) {
      if (snapshot.sequenceNumber() == first) {
        return Instant.ofEpochMilli(snapshot.timestampMillis());
      }
    }
    return Instant.EPOCH;
  }

  private static Estimate estimate(SnapshotFiles files, List<EqualityDelete> deletes, long memory) {
    Batch batch = new Batch(deletes, files.table());
    long keyBytes = deletes.stream().mapToLong(Batches::keyBytes).sum();
    long passes = 1 + keyBytes / Math.max(1, memory);
    long deleteBytes = deletes.stream().mapToLong(one -> one.file().fileSizeInBytes()).sum();
    Touched touched = new Touched();
    batch.visitCandidates(files, touched::add);
    return new Estimate(
        deleteBytes + passes * touched.bytes,
        // A bitmap for each file; most keys hit one row.
        Math.min(keyBytes, touched.files * 4096),
        deletes.size(),
        touched.files,
        touched.gain);
  }

  private static final class Touched {
    private long files;
    private long bytes;
    private double gain;

    void add(Candidate candidate) {
      files++;
      bytes += candidate.bytes();
      for (KeyGroup group : candidate.groups()) {
        gain += (double) group.deletes().size() * Estimate.OPEN_FILE_COST + group.bytes();
      }
    }
  }
}
