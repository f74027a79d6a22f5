/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.orphans;

import io.tidewater.compaction.storage.NamedFiles;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.BulkDeletionFailureException;
import org.apache.iceberg.io.SupportsBulkOperations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes files, a batch at a time and not too fast. Before each batch it looks what has been
 * committed since the files were judged, and spares what that names.
 */
final class Removal {
  private static final Logger LOG = LoggerFactory.getLogger(Removal.class);
  private static final int BATCH = 1000;
  private static final int MAX_LATE = 500_000;

  private final Table table;
  private final NamedFiles named;
  private final Pause pause;
  private final InstantSource clock;
  private final long perSecond;
  private final Set<Fingerprint> late = new HashSet<>();
  private final Tally deleted = new Tally();
  private long spared;
  private long failed;

  /**
   * @param named has told all that was named when the files were judged
   */
  Removal(Table table, NamedFiles named, Pause pause, InstantSource clock, long perSecond) {
    this.table = table;
    this.named = named;
    this.pause = pause;
    this.clock = clock;
    this.perSecond = Math.max(1, perSecond);
  }

  /** Deletes the condemned among suspects. Which files could not be deleted is found out later. */
  void delete(Buckets<Suspect> suspects) {
    List<ListedFile> batch = new ArrayList<>();
    for (int bucket = 0; bucket < Buckets.COUNT; bucket++) {
      suspects.forEach(
          bucket,
          suspect -> {
            if (suspect.condemned()) {
              batch.add(suspect.file());
              if (batch.size() >= BATCH) {
                deleteBatch(batch);
                batch.clear();
              }
            }
          });
    }
    deleteBatch(batch);
  }

  Tally deleted() {
    return deleted;
  }

  /** Files that the storage did not delete. */
  long failed() {
    return failed;
  }

  /** What was done, in sentences with a blank at their end. */
  @Override
  public String toString() {
    return "Deleted "
        + deleted
        + ". "
        + (failed > 0 ? "The storage refused to delete " + failed + ". " : "")
        + (spared > 0 ? "Commits came to name " + spared + ". " : "");
  }

  private void deleteBatch(List<ListedFile> batch) {
    if (batch.isEmpty()) {
      return;
    }
    lookAgain();
    List<ListedFile> unnamed = batch.stream().filter(file -> !late.contains(file.owner())).toList();
    spared += batch.size() - unnamed.size();
    Instant start = clock.instant();
    List<String> locations = unnamed.stream().map(ListedFile::location).toList();
    long failures = delete(locations);
    failed += failures;
    if (failures < unnamed.size()) {
      unnamed.forEach(deleted::add);
    }
    Duration fair = Duration.ofMillis(1000L * unnamed.size() / perSecond);
    Duration rest = fair.minus(Duration.between(start, clock.instant()));
    if (rest.compareTo(Duration.ZERO) > 0) {
      pause.await(rest);
    }
  }

  private void lookAgain() {
    table.refresh();
    named.tell(
        location -> {
          synchronized (late) {
            late.add(NamedPath.of(location).path());
          }
        });
    if (late.size() > MAX_LATE) {
      throw new IllegalStateException(
          "More than "
              + MAX_LATE
              + " files were committed while orphans were deleted; the rest of them is left to the"
              + " next time.");
    }
  }

  private long delete(List<String> locations) {
    if (table.io() instanceof SupportsBulkOperations bulk) {
      try {
        bulk.deleteFiles(locations);
        return 0;
      } catch (BulkDeletionFailureException e) {
        LOG.warn(
            "files could not be deleted table={} files={}", table.name(), e.numberFailedObjects());
        return e.numberFailedObjects();
      }
    }
    long failures = 0;
    for (String location : locations) {
      try {
        table.io().deleteFile(location);
      } catch (NotFoundException e) {
        LOG.debug("file is gone already location={}", location, e);
      } catch (RuntimeException e) {
        LOG.warn("file could not be deleted location={}", location, e);
        failures++;
      }
    }
    return failures;
  }
}
