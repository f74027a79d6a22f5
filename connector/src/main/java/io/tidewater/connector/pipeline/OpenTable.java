/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.connector.commit.Committer;
import io.tidewater.connector.config.TombstonePolicy;
import io.tidewater.connector.record.RecordValue;
import io.tidewater.connector.reject.Rejection;
import io.tidewater.connector.reject.Rejections;
import io.tidewater.connector.table.KnownTable;
import io.tidewater.connector.write.KeyDeletes;
import io.tidewater.connector.write.RecordRows;
import io.tidewater.connector.write.TableFiles;
import io.tidewater.format.column.MetadataColumn;
import io.tidewater.format.ledger.SourcePartition;
import io.tidewater.format.value.ValueMismatchException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericRecord;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * A table that is being written. Its schema follows the records: before the first record of a new
 * schema the table is evolved, the open files are finished and new ones begun.
 */
public final class OpenTable {
  private final TableTarget target;
  private final TableOpener opener;
  private final Committer committer;
  private final String uuid;
  private final List<DataFile> finished = new ArrayList<>();
  private final TombstonePolicy policy;
  private final Optional<KeyDeletes> keyDeletes;
  private KnownTable known;
  private RecordRows rows;
  private TableFiles files;

  OpenTable(TableTarget target, TableOpener opener, Table table, Committer committer) {
    this.target = target;
    this.opener = opener;
    this.committer = committer;
    this.uuid = table.uuid().toString();
    this.known = opener.known(table);
    this.rows = opener.rows(target, known);
    this.files = opener.files(table);
    this.policy = target.settings().tombstones();
    this.keyDeletes = opener.keyDeletes(target, table);
  }

  String uuid() {
    return uuid;
  }

  Committer committer() {
    return committer;
  }

  /**
   * Writes a record as a row.
   *
   * @throws ValueMismatchException if a value does not fit
   * @throws io.tidewater.format.schema.UnsupportedSchemaException if no table can hold the record
   * @throws io.tidewater.format.registry.UnknownSchemaException if there is no such schema
   * @throws RuntimeException the catalog or the storage failed: nothing staged can be relied on
   */
  public void write(SinkRecord record) {
    RecordValue value = opener.valueOf(record);
    // Before the files are looked up: it may evolve the table, which begins new ones.
    GenericRecord row = rowOf(record, value);
    if (record.value() == null && policy == TombstonePolicy.SOFT_DELETE && !tellsDeleted()) {
      follow(record, value);
      if (!tellsDeleted()) {
        throw new ValueMismatchException(
            "a value, since the table has no column _kafka_deleted and its schema must not change",
            "a tombstone");
      }
      row = rows.rowOf(record, value);
    }
    if (keyDeletes.isPresent()) {
      keyDeletes.get().replace(row);
      keyDeletes.get().wrote(row, files.writeAndLocate(row));
    } else {
      files.write(row);
    }
  }

  /** Finds out whether {@link #write} would take a record, without writing it. */
  public void check(SinkRecord record) {
    rowOf(record, opener.valueOf(record));
  }

  /**
   * Deletes the rows of a record's key that came before it.
   *
   * @return why this cannot be done, if so
   */
  Optional<String> delete(SinkRecord tombstone) {
    if (keyDeletes.isEmpty()) {
      return Optional.of(
          "tidewater.tombstones=delete needs a table with a column _kafka_key and without"
              + " partitions; choose another policy, or make the table anew");
    }
    return keyDeletes.get().bury(rowOf(tombstone, opener.valueOf(tombstone)));
  }

  /** Closes the deletes and hands them over, those of rows in files that are closed next. */
  List<DeleteFile> closeDeletes() {
    return keyDeletes.map(KeyDeletes::close).orElse(List.of());
  }

  /** How many keys are held in memory until the files are closed. */
  int keys() {
    return keyDeletes.map(KeyDeletes::keys).orElse(0);
  }

  /** The bytes of all files, roughly. */
  long bytes() {
    return files.bytes() + finished.stream().mapToLong(DataFile::fileSizeInBytes).sum();
  }

  /** Closes all files and hands them over. */
  public List<DataFile> close() {
    List<DataFile> closed = new ArrayList<>(finished);
    finished.clear();
    closed.addAll(files.close());
    return closed;
  }

  /** Gives up all files. */
  public void abandon() {
    finished.clear();
    files.abandon();
    keyDeletes.ifPresent(KeyDeletes::abandon);
  }

  private boolean tellsDeleted() {
    return rows.table().findField(MetadataColumn.DELETED.columnName()) != null;
  }

  private GenericRecord rowOf(SinkRecord record, RecordValue value) {
    if (!rows.knows(value.schema())) {
      follow(record, value);
    }
    GenericRecord row;
    try {
      row = rows.rowOf(record, value);
    } catch (ValueMismatchException e) {
      // Without a schema only the value tells that a column must be widened.
      if (value.schema().isDeclared() || !follow(record, value)) {
        throw orStop(e, record, value);
      }
      return rows.rowOf(record, value);
    }
    return rows.sawUnknownField() && follow(record, value) ? rows.rowOf(record, value) : row;
  }

  /** Lets the table follow a record's schema; returns whether that changed it. */
  private boolean follow(SinkRecord record, RecordValue value) {
    Table evolved = opener.evolve(target, known, record, value).orElse(null);
    if (evolved == null) {
      return false;
    }
    Schema before = known.schema();
    known = opener.known(evolved);
    rows = opener.rows(target, known);
    keyDeletes.ifPresent(deletes -> deletes.follow(known.schema()));
    if (!known.schema().asStruct().equals(before.asStruct())) {
      finished.addAll(files.close());
      files = opener.files(evolved);
    }
    return true;
  }

  /**
   * A record that does not fit stops the table if a conflict is the cause and must not be borne.
   */
  private RuntimeException orStop(
      ValueMismatchException misfit, SinkRecord record, RecordValue value) {
    return opener
        .conflict(target, known, record, value)
        .map(conflict -> stop(conflict, misfit, record))
        .orElse(misfit);
  }

  private RuntimeException stop(String conflict, ValueMismatchException misfit, SinkRecord record) {
    SourcePartition source =
        new SourcePartition(record.originalTopic(), record.originalKafkaPartition());
    String reason = misfit.getMessage() + " (" + conflict + ")";
    return Rejections.refusal(
        new Rejection(
            "table " + target.identifier(), source, record.originalKafkaOffset(), reason));
  }
}
