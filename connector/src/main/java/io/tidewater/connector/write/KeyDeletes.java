/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.write;

import io.tidewater.format.column.MetadataColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.deletes.EqualityDeleteWriter;
import org.apache.iceberg.io.OutputFileFactory;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types.NestedField;

/**
 * Deletes of rows by the key of their record, for one table that is not partitioned. Rows of
 * earlier commits go by an equality delete, which does not touch rows that are committed with it;
 * rows of the same commit that came before the delete go by their position. For one thread.
 */
public final class KeyDeletes {
  private final Table table;
  private final Schema keys;
  private final OutputFileFactory files;
  private final PositionDeletes positions;
  private final Map<List<Object>, List<RowPosition>> written = new HashMap<>();
  private final Set<List<Object>> deleted = new HashSet<>();

  private KeyDeletes(Table table, Schema keys, UUID writerId) {
    this.table = table;
    this.keys = keys;
    this.files =
        OutputFileFactory.builderFor(table, 0, 0)
            .operationId(writerId.toString())
            .format(FileFormat.PARQUET)
            .suffix("deletes")
            .build();
    this.positions = PositionDeletes.of(table, files, writerId);
  }

  /**
   * Deletes for a table.
   *
   * @param table as it stands now; only its schema, spec, locations and file access are used
   * @param writerId unique among the writers of this table
   * @return empty for a table that is partitioned or has no column of keys
   */
  public static Optional<KeyDeletes> of(Table table, UUID writerId) {
    Set<Integer> ids = new HashSet<>();
    NestedField key = table.schema().findField(MetadataColumn.KEY.columnName());
    if (key == null || table.spec().isPartitioned()) {
      return Optional.empty();
    }
    ids.add(key.fieldId());
    // Two topics of one table have keys of their own.
    NestedField topic = table.schema().findField(MetadataColumn.TOPIC.columnName());
    if (topic != null) {
      ids.add(topic.fieldId());
    }
    return Optional.of(new KeyDeletes(table, TypeUtil.select(table.schema(), ids), writerId));
  }

  /** Notes where a row was written. */
  public void wrote(Record row, RowPosition where) {
    List<Object> key = keyOf(row);
    if (!key.isEmpty()) {
      written.computeIfAbsent(key, added -> new ArrayList<>(1)).add(where);
    }
  }

  /**
   * Deletes all rows so far of the key of a row.
   *
   * @return false if the row has no key
   */
  public boolean delete(Record row) {
    List<Object> key = keyOf(row);
    if (key.isEmpty()) {
      return false;
    }
    deleted.add(key);
    List<RowPosition> before = written.remove(key);
    if (before != null) {
      before.forEach(positions::add);
    }
    return true;
  }

  /**
   * Writes the deletes and begins anew.
   *
   * @throws UncheckedIOException a file could not be written
   */
  public List<DeleteFile> close() {
    List<DeleteFile> closed = new ArrayList<>(positions.close());
    if (!deleted.isEmpty()) {
      closed.add(equalityDeletes());
    }
    abandon();
    return closed;
  }

  /** Gives up all deletes. */
  public void abandon() {
    written.clear();
    deleted.clear();
    positions.abandon();
  }

  private DeleteFile equalityDeletes() {
    GenericFileWriterFactory factory =
        new GenericFileWriterFactory.Builder(table)
            .deleteFileFormat(FileFormat.PARQUET)
            .equalityFieldIds(keys.columns().stream().mapToInt(NestedField::fieldId).toArray())
            .equalityDeleteRowSchema(keys)
            .build();
    EqualityDeleteWriter<Record> writer =
        factory.newEqualityDeleteWriter(files.newOutputFile(), table.spec(), null);
    try (writer) {
      for (List<Object> key : deleted) {
        GenericRecord row = GenericRecord.create(keys);
        for (int column = 0; column < key.size(); column++) {
          row.set(column, key.get(column));
        }
        writer.write(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write deletes of " + table.name(), e);
    }
    return writer.toDeleteFile();
  }

  /** The values of the key columns; none if one of them is null. */
  private List<Object> keyOf(Record row) {
    List<Object> key = new ArrayList<>(keys.columns().size());
    for (NestedField column : keys.columns()) {
      Object value = row.getField(column.name());
      if (value == null) {
        return List.of();
      }
      key.add(value);
    }
    return key;
  }
}
