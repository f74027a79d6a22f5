/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.expiry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.BulkDeletionFailureException;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.SupportsBulkOperations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes files, many at a time where the storage can, and no faster than allowed. A file that
 * cannot be deleted is left behind, for the removal of orphans. For one thread.
 */
final class FileDeletion {
  private static final Logger LOG = LoggerFactory.getLogger(FileDeletion.class);
  private static final int BULK = 1_000;
  private static final int HOPELESS = 100;

  private final FileIO io;
  private final long perSecond;
  private final InstantSource clock;
  private final Pause pause;
  private Instant free;
  private long deleted;
  private long failed;

  FileDeletion(FileIO io, long perSecond, InstantSource clock, Pause pause) {
    this.io = io;
    this.perSecond = Math.max(1, perSecond);
    this.clock = clock;
    this.pause = pause;
    this.free = clock.instant();
  }

  long deleted() {
    return deleted;
  }

  long failed() {
    return failed;
  }

  /** Deletes files; gives up quietly once so many have failed that the rest would too. */
  void delete(Collection<String> locations) {
    List<String> all = List.copyOf(locations);
    for (int from = 0; from < all.size() && !hopeless(); from += BULK) {
      List<String> some = all.subList(from, Math.min(all.size(), from + BULK));
      waitFor(some.size());
      if (io instanceof SupportsBulkOperations bulk) {
        deleteTogether(bulk, some);
      } else {
        some.forEach(this::deleteOne);
      }
    }
  }

  private boolean hopeless() {
    return failed >= HOPELESS && failed > deleted;
  }

  private void waitFor(int files) {
    Instant now = clock.instant();
    if (free.isAfter(now)) {
      pause.of(Duration.between(now, free));
    }
    Instant from = free.isAfter(now) ? free : now;
    free = from.plusNanos(files * 1_000_000_000L / perSecond);
  }

  private void deleteTogether(SupportsBulkOperations bulk, List<String> locations) {
    try {
      bulk.deleteFiles(locations);
      deleted += locations.size();
    } catch (BulkDeletionFailureException e) {
      int left = Math.min(locations.size(), e.numberFailedObjects());
      LOG.warn("could not delete files, left to the removal of orphans files={}", left, e);
      failed += left;
      deleted += locations.size() - left;
    } catch (RuntimeException e) {
      LOG.warn(
          "could not delete files, left to the removal of orphans first={}", locations.get(0), e);
      failed += locations.size();
    }
  }

  private void deleteOne(String location) {
    if (hopeless()) {
      return;
    }
    try {
      io.deleteFile(location);
      deleted++;
    } catch (NotFoundException e) {
      LOG.debug("already gone file={}", location, e);
    } catch (RuntimeException e) {
      LOG.warn("could not delete a file, left to the removal of orphans file={}", location, e);
      failed++;
    }
  }
}
