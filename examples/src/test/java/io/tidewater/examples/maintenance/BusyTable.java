/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.maintenance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.RowDelta;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.deletes.EqualityDeleteWriter;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.io.OutputFileFactory;
import org.apache.iceberg.rest.RESTCatalog;
import org.apache.iceberg.types.Types;

/** A table of numbers that grows by small commits, and what it is to hold. */
final class BusyTable implements AutoCloseable {
  private static final int ROWS = 50;
  private static final Schema SCHEMA =
      new Schema(Types.NestedField.required(1, "number", Types.LongType.get()));

  private final RESTCatalog catalog = new RESTCatalog();
  private final Table table;
  private final Set<Long> numbers = new TreeSet<>();
  private long next;

  BusyTable(String catalogUri, String name) {
    catalog.setConf(new Configuration());
    catalog.initialize("writer", Map.of("uri", catalogUri));
    TableIdentifier identifier = TableIdentifier.parse(name);
    Namespace namespace = identifier.namespace();
    if (!catalog.namespaceExists(namespace)) {
      catalog.createNamespace(namespace);
    }
    table =
        catalog.createTable(
            identifier, SCHEMA, PartitionSpec.unpartitioned(), Map.of("format-version", "3"));
  }

  Table table() {
    table.refresh();
    return table;
  }

  /** Commits some numbers. */
  void grow() {
    table.refresh();
    table.newAppend().appendFile(file()).commit();
  }

  /** Commits some numbers, and takes one of each earlier commit out. */
  void growAndDelete() {
    table.refresh();
    List<Long> gone = new ArrayList<>();
    for (long first = 0; first < next; first += ROWS) {
      long number = first + next / ROWS % ROWS;
      if (numbers.remove(number)) {
        gone.add(number);
      }
    }
    RowDelta delta = table.newRowDelta().addRows(file());
    if (!gone.isEmpty()) {
      delta.addDeletes(deletes(gone));
    }
    delta.commit();
  }

  Set<Long> expected() {
    return numbers;
  }

  /** The numbers of all rows, in the order of the files. */
  List<Long> read() {
    List<Long> found = new ArrayList<>();
    try (CloseableIterable<Record> rows = IcebergGenerics.read(table()).build()) {
      rows.forEach(row -> found.add((Long) row.getField("number")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    found.sort(null);
    return found;
  }

  @Override
  public void close() {
    try {
      catalog.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DataFile file() {
    DataWriter<Record> writer =
        new GenericFileWriterFactory.Builder(table)
            .dataFileFormat(FileFormat.PARQUET)
            .build()
            .newDataWriter(files().newOutputFile(), table.spec(), null);
    try (writer) {
      for (int row = 0; row < ROWS; row++) {
        numbers.add(next);
        writer.write(record(next++));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return writer.toDataFile();
  }

  private DeleteFile deletes(List<Long> gone) {
    EqualityDeleteWriter<Record> writer =
        new GenericFileWriterFactory.Builder(table)
            .deleteFileFormat(FileFormat.PARQUET)
            .equalityFieldIds(new int[] {1})
            .equalityDeleteRowSchema(SCHEMA)
            .build()
            .newEqualityDeleteWriter(files().newOutputFile(), table.spec(), null);
    try (writer) {
      gone.forEach(number -> writer.write(record(number)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return writer.toDeleteFile();
  }

  private static Record record(long number) {
    Record row = GenericRecord.create(SCHEMA);
    row.setField("number", number);
    return row;
  }

  private OutputFileFactory files() {
    return OutputFileFactory.builderFor(table, 0, 0)
        .operationId(UUID.randomUUID().toString())
        .format(FileFormat.PARQUET)
        .build();
  }
}
