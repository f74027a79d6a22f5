/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.deletes.EqualityDeleteWriter;
import org.apache.iceberg.io.OutputFileFactory;

/** Where the rows of one commit are by their key, and which keys it deletes. For one thread. */
final class KeyIndex {
  private final List<String> names;
  private Optional<KeyColumns> columns;
  private Map<List<Object>, List<RowPosition>> written = new HashMap<>();
  private Set<List<Object>> deleted = new HashSet<>();

  /**
   * @param names of the columns of the key, which the table may still be without
   */
  KeyIndex(List<String> names, Schema table) {
    this.names = List.copyOf(names);
    this.columns = KeyColumns.of(table, names);
  }

  List<String> names() {
    return names;
  }

  /** How many keys are held. */
  int size() {
    return Math.max(written.size(), deleted.size());
  }

  /** Takes the columns as they are since the table has changed. */
  void follow(Schema table) {
    columns = KeyColumns.of(table, names);
    columns.ifPresent(this::widen);
  }

  void wrote(Record row, RowPosition where) {
    List<Object> key = keyOf(row);
    if (!key.isEmpty()) {
      written.computeIfAbsent(key, added -> new ArrayList<>(1)).add(where);
    }
  }

  /**
   * Deletes all rows so far of the key of a row.
   *
   * @param positions takes the rows of this commit
   * @return false if the row has no key
   */
  boolean delete(Record row, PositionDeletes positions) {
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

  /** Writes the deletes of rows of earlier commits; empty if there are none. */
  Optional<DeleteFile> equalityDeletes(Table table, OutputFileFactory files) {
    if (deleted.isEmpty()) {
      return Optional.empty();
    }
    KeyColumns keys = columns.orElseThrow();
    GenericFileWriterFactory factory =
        new GenericFileWriterFactory.Builder(table)
            .deleteFileFormat(FileFormat.PARQUET)
            .equalityFieldIds(keys.fieldIds())
            .equalityDeleteRowSchema(keys.schema())
            .build();
    EqualityDeleteWriter<Record> writer =
        factory.newEqualityDeleteWriter(files.newOutputFile(), table.spec(), null);
    try (writer) {
      for (List<Object> key : deleted) {
        GenericRecord row = GenericRecord.create(keys.schema());
        for (int column = 0; column < key.size(); column++) {
          row.set(column, key.get(column));
        }
        writer.write(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write deletes of " + table.name(), e);
    }
    return Optional.of(writer.toDeleteFile());
  }

  void clear() {
    // New ones: a cleared map keeps the room that its largest commit took.
    written = new HashMap<>();
    deleted = new HashSet<>();
  }

  private List<Object> keyOf(Record row) {
    return columns.map(keys -> keys.keyOf(row)).orElse(List.of());
  }

  private void widen(KeyColumns wider) {
    Map<List<Object>, List<RowPosition>> positions = new HashMap<>();
    written.forEach((key, where) -> positions.put(wider.widened(key), where));
    Set<List<Object>> keys = new HashSet<>();
    deleted.forEach(key -> keys.add(wider.widened(key)));
    written = positions;
    deleted = keys;
  }
}
