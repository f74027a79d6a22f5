/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableUtil;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.deletes.BaseDVFileWriter;
import org.apache.iceberg.deletes.DeleteGranularity;
import org.apache.iceberg.deletes.PositionDelete;
import org.apache.iceberg.deletes.SortingPositionOnlyDeleteWriter;
import org.apache.iceberg.io.OutputFileFactory;

/**
 * Deletes of single rows of new files: position deletes in format version 2, deletion vectors from
 * version 3 on. Each delete file is of one data file, so that rewriting another is no conflict. For
 * one thread.
 */
final class PositionDeletes {
  private final Table table;
  private final OutputFileFactory deleteFiles;
  private final OutputFileFactory vectorFiles;
  private final TreeSet<RowPosition> rows = new TreeSet<>();

  private PositionDeletes(
      Table table, OutputFileFactory deleteFiles, OutputFileFactory vectorFiles) {
    this.table = table;
    this.deleteFiles = deleteFiles;
    this.vectorFiles = vectorFiles;
  }

  static PositionDeletes of(Table table, OutputFileFactory deleteFiles, UUID writerId) {
    return new PositionDeletes(
        table,
        deleteFiles,
        OutputFileFactory.builderFor(table, 0, 0)
            .operationId(writerId.toString())
            .format(FileFormat.PUFFIN)
            .suffix("deletes")
            .build());
  }

  void add(RowPosition row) {
    rows.add(row);
  }

  List<DeleteFile> close() {
    if (rows.isEmpty()) {
      return List.of();
    }
    try {
      return TableUtil.formatVersion(table) < 3 ? positionDeletes() : deletionVectors();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write deletes of " + table.name(), e);
    } finally {
      rows.clear();
    }
  }

  void abandon() {
    rows.clear();
  }

  private List<DeleteFile> positionDeletes() throws IOException {
    GenericFileWriterFactory factory =
        new GenericFileWriterFactory.Builder(table).deleteFileFormat(FileFormat.PARQUET).build();
    SortingPositionOnlyDeleteWriter<Record> writer =
        new SortingPositionOnlyDeleteWriter<>(
            () -> factory.newPositionDeleteWriter(deleteFiles.newOutputFile(), table.spec(), null),
            DeleteGranularity.FILE);
    try (writer) {
      PositionDelete<Record> delete = PositionDelete.create();
      for (RowPosition row : rows) {
        writer.write(delete.set(row.file(), row.position()));
      }
    }
    return writer.result().deleteFiles();
  }

  private List<DeleteFile> deletionVectors() throws IOException {
    // The files are new, so there is no vector of theirs yet.
    BaseDVFileWriter writer = new BaseDVFileWriter(vectorFiles, file -> null);
    try (writer) {
      for (RowPosition row : rows) {
        writer.delete(row.file(), row.position(), table.spec(), null);
      }
    }
    return writer.result().deleteFiles();
  }
}
