/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.orphans;

import io.tidewater.compaction.storage.StateFolder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.SupportsPrefixOperations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lists of suspects of a table, in its {@link StateFolder}. Each look at the storage writes one
 * of its own, never to be changed, so that any number of services can share them; when that was,
 * the storage's clock says. Lists that no later look needs are deleted.
 */
final class Quarantine {
  private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);
  private static final String SUFFIX = ".orphans.gz";

  private final Table table;
  private final SupportsPrefixOperations storage;
  private final String folder;

  Quarantine(Table table, SupportsPrefixOperations storage) {
    this.table = table;
    this.storage = storage;
    this.folder = StateFolder.of(table, "orphans");
  }

  /** When somebody last wrote a list. */
  Optional<Instant> lastLook() {
    return lists().stream().findFirst().map(Quarantine::time);
  }

  /**
   * Reads the newest whole list that is old enough.
   *
   * @param until lists that were written later are too young
   * @param empty gives a place for the entries of a list; a list that turns out to be cut off
   *     leaves it unused
   */
  Buckets<Fingerprint> read(Instant until, Supplier<Buckets<Fingerprint>> empty) {
    for (FileInfo list : lists()) {
      if (!time(list).isAfter(until)) {
        Buckets<Fingerprint> entries = empty.get();
        if (read(list, entries)) {
          return entries;
        }
      }
    }
    Buckets<Fingerprint> none = empty.get();
    none.close();
    return none;
  }

  private boolean read(FileInfo list, Buckets<Fingerprint> entries) {
    try (entries) {
      return form()
          .read(
              storage.newInputFile(list.location()),
              file -> entries.add(file.bucket(), file.identity()));
    } catch (NotFoundException e) {
      LOG.debug("another service deleted a list that was superseded list={}", list.location(), e);
      return false;
    }
  }

  /** Writes a list. */
  void write(UUID id, Buckets<Suspect> suspects) {
    form().write(storage.newOutputFile(folder + id + SUFFIX), suspects);
  }

  /**
   * Deletes lists that a newer one makes needless, which is old enough itself and says what became
   * of their files.
   */
  void tidy(Instant until) {
    lists().stream()
        .filter(list -> !time(list).isAfter(until))
        .skip(1)
        .forEach(list -> storage.deleteFile(list.location()));
  }

  /** The newest first. */
  private List<FileInfo> lists() {
    List<FileInfo> lists = new ArrayList<>();
    try {
      for (FileInfo file : storage.listPrefix(folder)) {
        if (file.location().endsWith(SUFFIX)) {
          lists.add(file);
        }
      }
    } catch (RuntimeException e) {
      if (!isMissingFolder(e)) {
        throw e;
      }
    }
    lists.sort(Comparator.comparingLong(FileInfo::createdAtMillis).reversed());
    return lists;
  }

  /** Stores with folders say so where object stores list nothing. */
  static boolean isMissingFolder(RuntimeException e) {
    return e instanceof NotFoundException
        || e.getCause() instanceof java.io.FileNotFoundException
        || e.getCause() instanceof java.nio.file.NoSuchFileException;
  }

  private QuarantineList form() {
    return new QuarantineList(table.uuid().toString());
  }

  private static Instant time(FileInfo file) {
    return Instant.ofEpochMilli(file.createdAtMillis());
  }
}
