/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.erase;

import io.tidewater.compaction.commit.Change;
import io.tidewater.compaction.drift.Baseline;
import io.tidewater.compaction.drift.Drift;
import io.tidewater.compaction.rows.RowReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.InternalRecordWrapper;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.deletes.EqualityDeleteWriter;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.OutputFileFactory;
import org.apache.iceberg.types.TypeUtil;

/**
 * Writes equality delete files anew without the keys, with the same sequence numbers. That changes
 * no row as long as no data file that they apply to stores a row of the keys.
 */
final class PurgeEqualityDeletes implements Change {
  private final Table table;
  private final Match match;
  private final Baseline baseline;
  private final Collection<DeleteFile> deletes;
  private final Supplier<UUID> ids;

  /**
   * @param baseline a snapshot in which no data file stores rows of the keys
   * @param deletes that name the keys
   */
  PurgeEqualityDeletes(
      Table table,
      Match match,
      Baseline baseline,
      Collection<DeleteFile> deletes,
      Supplier<UUID> ids) {
    this.table = table;
    this.match = match;
    this.baseline = baseline;
    this.deletes = List.copyOf(deletes);
    this.ids = ids;
  }

  @Override
  public Attempt on(Snapshot head) {
    Drift drift = baseline.until(table, head);
    long newest = deletes.stream().mapToLong(DeleteFile::dataSequenceNumber).max().orElse(0);
    if (drift.addedFiles().stream()
        .mapToLong(DataFile::dataSequenceNumber)
        .anyMatch(sequence -> sequence < newest)) {
      return new Attempt.GiveUp("older data files came that may store rows of the keys");
    }
    Set<String> gone = new HashSet<>();
    drift.removedDeletes().forEach(delete -> gone.add(delete.location()));
    List<DeleteFile> there =
        deletes.stream().filter(delete -> !gone.contains(delete.location())).toList();
    if (there.isEmpty()) {
      return new Attempt.GiveUp("the equality deletes left the table meanwhile");
    }
    List<Purged> purged = there.stream().map(this::write).toList();
    long headId = head.snapshotId();
    return new Attempt.Commit<RewriteFiles>(
        transaction -> {
          RewriteFiles update = transaction.newRewrite().validateFromSnapshot(headId);
          for (Purged one : purged) {
            update.deleteFile(one.before());
            one.after()
                .ifPresent(after -> update.addFile(after, one.before().dataSequenceNumber()));
          }
          return update;
        });
  }

  private record Purged(DeleteFile before, Optional<DeleteFile> after) {}

  private Purged write(DeleteFile delete) {
    PartitionSpec spec = table.specs().get(delete.specId());
    Schema columns = TypeUtil.select(table.schema(), Set.copyOf(delete.equalityFieldIds()));
    Schema keys = match.columns();
    InternalRecordWrapper values = new InternalRecordWrapper(keys.asStruct());
    Projected projected = new Projected(columns, keys);
    EqualityDeleteWriter<Record> writer =
        new GenericFileWriterFactory.Builder(table)
            .deleteFileFormat(delete.format())
            .equalityFieldIds(
                delete.equalityFieldIds().stream().mapToInt(Integer::intValue).toArray())
            .equalityDeleteRowSchema(columns)
            .build()
            .newEqualityDeleteWriter(
                OutputFileFactory.builderFor(table, 0, 0)
                    .operationId(ids.get().toString())
                    .format(delete.format())
                    .build()
                    .newOutputFile(spec, delete.partition()),
                spec,
                delete.partition());
    long kept = 0;
    try (writer;
        CloseableIterable<Record> rows = new RowReader(table).all(delete, columns)) {
      for (Record row : rows) {
        if (!match.condition().test(values.wrap(projected.of(row)))) {
          writer.write(row);
          kept++;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Purged(delete, kept == 0 ? Optional.empty() : Optional.of(writer.toDeleteFile()));
  }
}
