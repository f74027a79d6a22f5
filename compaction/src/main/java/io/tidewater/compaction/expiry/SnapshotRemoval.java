/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.expiry;

import io.tidewater.compaction.commit.Patience;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes snapshots from a table's metadata, a batch at a time. Each attempt is decided anew on the
 * metadata that it replaces. Deletes no file.
 */
final class SnapshotRemoval {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotRemoval.class);
  private static final int ATTEMPTS = 30;
  private static final int LOST_ANSWERS = 5;

  private final TableState state;
  private final Function<TableMetadata, Verdict> decide;
  private final Patience patience;

  SnapshotRemoval(TableState state, Function<TableMetadata, Verdict> decide, Patience patience) {
    this.state = state;
    this.decide = decide;
    this.patience = patience;
  }

  /**
   * What a batch removed.
   *
   * @param before the metadata in which the snapshots still were
   * @param snapshots what it removed
   * @param refs branches and tags that it removed
   */
  record Removed(TableMetadata before, List<Snapshot> snapshots, Set<String> refs) {
    boolean isEmpty() {
      return snapshots.isEmpty() && refs.isEmpty();
    }

    /** Manifest lists and statistics of the snapshots. */
    Set<String> metadataFiles() {
      Set<Long> ids = ids();
      Set<String> files = new HashSet<>();
      for (Snapshot snapshot : snapshots) {
        if (snapshot.manifestListLocation() != null) {
          files.add(snapshot.manifestListLocation());
        }
      }
      before.statisticsFiles().stream()
          .filter(file -> ids.contains(file.snapshotId()))
          .forEach(file -> files.add(file.path()));
      before.partitionStatisticsFiles().stream()
          .filter(file -> ids.contains(file.snapshotId()))
          .forEach(file -> files.add(file.path()));
      return files;
    }

    private void from(TableMetadata.Builder updates) {
      refs.forEach(updates::removeRef);
      updates.removeSnapshots(ids());
    }

    Set<Long> ids() {
      return snapshots.stream().map(Snapshot::snapshotId).collect(Collectors.toSet());
    }
  }

  /**
   * Removes the oldest of what may go, up to a number.
   *
   * @return what is certainly gone; empty if nothing may go
   * @throws CommitFailedException others came first every time; nothing was removed
   * @throws RuntimeException the catalog refused, or nobody knows; what may have been removed is
   *     seen on the next run, and its files are left to the removal of orphans
   */
  Removed remove(long limit) {
    int lostAnswers = 0;
    for (int attempt = 1; ; attempt++) {
      TableMetadata base = state.read();
      Verdict verdict = decide.apply(base);
      Set<Long> ids = verdict.expired().stream().limit(limit).collect(Collectors.toSet());
      Removed removed = new Removed(base, snapshots(base, ids), verdict.refs());
      if (removed.isEmpty()) {
        return removed;
      }
      try {
        state.commit(base, removed::from);
        return removed;
      } catch (CommitFailedException e) {
        LOG.debug("another commit came first table={}", state.name(), e);
        if (attempt >= ATTEMPTS) {
          throw e;
        }
      } catch (RuntimeException e) {
        LOG.warn(
            "outcome of expiry unknown, looking table={} cause={}", state.name(), e.toString());
        if (isGone(removed, e)) {
          return removed;
        }
        if (++lostAnswers >= LOST_ANSWERS) {
          throw e;
        }
      }
      patience.await(attempt);
    }
  }

  private boolean isGone(Removed removed, RuntimeException failure) {
    try {
      TableMetadata now = state.read();
      Set<Long> left = new HashSet<>(removed.ids());
      left.retainAll(now.snapshots().stream().map(Snapshot::snapshotId).toList());
      return left.isEmpty() && removed.refs().stream().noneMatch(now.refs()::containsKey);
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
      throw failure;
    }
  }

  private static List<Snapshot> snapshots(TableMetadata metadata, Set<Long> ids) {
    return metadata.snapshots().stream()
        .filter(snapshot -> ids.contains(snapshot.snapshotId()))
        .toList();
  }
}
