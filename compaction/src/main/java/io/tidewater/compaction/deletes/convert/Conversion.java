/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.convert;

import io.tidewater.compaction.commit.Change;
import io.tidewater.compaction.deletes.live.EqualityDelete;
import io.tidewater.compaction.deletes.live.PositionDeletes;
import io.tidewater.compaction.deletes.live.SnapshotFiles;
import io.tidewater.compaction.deletes.write.FilePositions;
import io.tidewater.compaction.deletes.write.PositionWriter;
import io.tidewater.compaction.deletes.write.Written;
import io.tidewater.compaction.drift.Baseline;
import io.tidewater.compaction.drift.Drift;
import io.tidewater.compaction.drift.FileKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.RowDelta;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableUtil;
import org.apache.iceberg.Transaction;
import org.roaringbitmap.longlong.Roaring64NavigableMap;

/**
 * One batch of equality deletes on its way to positions. All data files that the batch may touch
 * are scanned on one snapshot; on the head that it commits to, those that came since with old
 * sequence numbers are scanned too, and positions that others have deleted since are taken in. So
 * an equality delete goes only when it has nothing left to delete, and commits of others cost no
 * more than what they changed.
 */
final class Conversion implements Change {
  private final Table table;
  private final Batch batch;
  private final Baseline baseline;
  private final Scanner scanner;
  private final PositionWriter writer;
  private final int formatVersion;
  private final Map<String, FilePositions> deleted = new HashMap<>();
  private final Map<String, Written> written = new HashMap<>();
  private final Set<String> scannedLate = new HashSet<>();
  private PositionDeletes positionDeletes;
  private Outcome outcome = Outcome.NONE;

  /**
   * What the latest attempt was to do.
   *
   * @param added delete files
   * @param removed delete files
   * @param bytesAdded size of the added ones
   */
  record Outcome(int added, int removed, long bytesAdded) {
    static final Outcome NONE = new Outcome(0, 0, 0);
  }

  /** Scans all that the batch may touch on a snapshot, and writes what it deletes there. */
  Conversion(Table table, Snapshot snapshot, Batch batch, Scanner scanner, PositionWriter writer) {
    this.table = table;
    this.batch = batch;
    this.baseline = Baseline.of(table, snapshot);
    this.scanner = scanner;
    this.writer = writer;
    this.formatVersion = TableUtil.formatVersion(table);
    SnapshotFiles files = new SnapshotFiles(table, snapshot);
    keep(scanner.scan(batch.candidates(files)));
    this.positionDeletes = PositionDeletes.of(files, Set.copyOf(deleted.keySet()));
    write(List.copyOf(deleted.values()), positionDeletes);
  }

  private void keep(Map<DataFile, Roaring64NavigableMap> positions) {
    positions.forEach(
        (file, rows) -> {
          if (!rows.isEmpty()) {
            deleted.put(file.location(), new FilePositions(file, rows));
          }
        });
  }

  private void write(List<FilePositions> files, PositionDeletes live) {
    for (Written one : writer.write(files, live)) {
      written.put(one.file().location(), one);
    }
  }

  Outcome outcome() {
    return outcome;
  }

  @Override
  public Attempt on(Snapshot head) {
    Drift drift = baseline.until(table, head);
    if (TableUtil.formatVersion(table) != formatVersion) {
      return new Attempt.GiveUp("the table's format version has changed");
    }
    if (lost(drift)) {
      return new Attempt.GiveUp("another has removed equality deletes of the batch");
    }
    scanLate(drift);
    PositionDeletes live = positionDeletes.after(drift);
    Set<String> gone =
        drift.removedFiles().stream().map(ContentFile::location).collect(Collectors.toSet());
    List<FilePositions> files =
        deleted.values().stream().filter(file -> !gone.contains(file.file().location())).toList();
    write(files.stream().filter(file -> !isWritten(file, live)).toList(), live);
    return commit(head, files.stream().map(file -> written.get(file.file().location())).toList());
  }

  /** Without a delete its rows would be back; nobody may delete them again. */
  private boolean lost(Drift drift) {
    Set<FileKey> gone =
        drift.removedDeletes().stream().map(FileKey::of).collect(Collectors.toSet());
    return batch.deletes().stream().anyMatch(delete -> gone.contains(FileKey.of(delete.file())));
  }

  /** Rewritten files are of old sequence numbers: the batch applies to them too. */
  private void scanLate(Drift drift) {
    List<Candidate> late = new ArrayList<>();
    for (DataFile file : drift.addedFiles()) {
      if (!scannedLate.contains(file.location())) {
        batch.candidate(file).ifPresent(late::add);
      }
    }
    if (!late.isEmpty()) {
      keep(scanner.scan(late));
      late.forEach(candidate -> scannedLate.add(candidate.file().location()));
    }
  }

  private boolean isWritten(FilePositions file, PositionDeletes live) {
    Written known = written.get(file.file().location());
    return known != null && known.standsOn(writer.previous(file.file(), live));
  }

  private Attempt commit(Snapshot head, List<Written> files) {
    List<Written> news = files.stream().filter(one -> one.added().isPresent()).toList();
    outcome =
        new Outcome(
            news.size(),
            batch.deletes().size() + news.stream().mapToInt(one -> one.replaced().size()).sum(),
            news.stream().mapToLong(one -> bytes(one)).sum());
    return new Attempt.Commit<>(transaction -> rowDelta(transaction, head, news));
  }

  private static long bytes(Written one) {
    Long blob = one.added().orElseThrow().contentSizeInBytes();
    return blob != null ? blob : one.added().orElseThrow().fileSizeInBytes();
  }

  /**
   * As row delta: a replacement would pass by rewrites that planned before the equality deletes
   * came, and they would bring deleted rows back.
   */
  private RowDelta rowDelta(Transaction transaction, Snapshot head, List<Written> news) {
    RowDelta delta =
        transaction
            .newRowDelta()
            .validateFromSnapshot(head.snapshotId())
            .validateDeletedFiles()
            .validateDataFilesExist(news.stream().map(one -> one.file().location()).toList());
    for (Written one : news) {
      one.added().ifPresent(delta::addDeletes);
      one.replaced().forEach(delta::removeDeletes);
    }
    batch.deletes().stream().map(EqualityDelete::file).forEach(delta::removeDeletes);
    return delta;
  }
}
