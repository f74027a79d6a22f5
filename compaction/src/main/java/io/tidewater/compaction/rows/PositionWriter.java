/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileContent;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableUtil;
import org.apache.iceberg.data.BaseDeleteLoader;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.deletes.BaseDVFileWriter;
import org.apache.iceberg.deletes.PositionDelete;
import org.apache.iceberg.deletes.PositionDeleteIndex;
import org.apache.iceberg.deletes.PositionDeleteWriter;
import org.apache.iceberg.io.DeleteWriteResult;
import org.apache.iceberg.io.OutputFileFactory;
import org.apache.iceberg.util.CharSequenceSet;
import org.apache.iceberg.util.ContentFileUtil;
import org.jspecify.annotations.Nullable;

/** Writes deletes of rows by their positions, in the form that the table's format version asks. */
final class PositionWriter {
  private final Table table;
  private final Supplier<UUID> ids;

  PositionWriter(Table table, Supplier<UUID> ids) {
    this.table = table;
    this.ids = ids;
  }

  DeleteWriteResult write(List<RowsOfFile> rows) {
    try {
      return TableUtil.formatVersion(table) >= 3 ? vectors(rows) : positions(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One deletion vector for each data file, which takes the place of what it had. */
  private DeleteWriteResult vectors(List<RowsOfFile> rows) throws IOException {
    Map<String, List<DeleteFile>> former = new HashMap<>();
    rows.forEach(some -> former.put(some.file().location(), some.deletes()));
    BaseDVFileWriter writer =
        new BaseDVFileWriter(files(FileFormat.PUFFIN), path -> former(path, former));
    try (writer) {
      for (RowsOfFile some : rows) {
        DataFile file = some.file();
        PartitionSpec spec = table.specs().get(file.specId());
        some.positions()
            .forEach(position -> writer.delete(file.location(), position, spec, file.partition()));
      }
    }
    return writer.result();
  }

  /** A vector says all; before there is one, all position deletes have to be said by it. */
  private @Nullable PositionDeleteIndex former(String path, Map<String, List<DeleteFile>> former) {
    List<DeleteFile> all =
        former.getOrDefault(path, List.of()).stream()
            .filter(delete -> delete.content() == FileContent.POSITION_DELETES)
            .toList();
    List<DeleteFile> vectors = all.stream().filter(ContentFileUtil::isDV).toList();
    return all.isEmpty()
        ? null
        : new BaseDeleteLoader(delete -> table.io().newInputFile(delete.location()))
            .loadPositionDeletes(vectors.isEmpty() ? all : vectors, path);
  }

  /** A file of position deletes for each data file, beside what it has. */
  private DeleteWriteResult positions(List<RowsOfFile> rows) throws IOException {
    OutputFileFactory files = files(FileFormat.PARQUET);
    GenericFileWriterFactory factory =
        new GenericFileWriterFactory.Builder(table).deleteFileFormat(FileFormat.PARQUET).build();
    List<DeleteFile> deletes = new ArrayList<>();
    Set<CharSequence> referenced = new HashSet<>();
    for (RowsOfFile some : rows) {
      DataFile file = some.file();
      PartitionSpec spec = table.specs().get(file.specId());
      PositionDeleteWriter<Record> writer =
          factory.newPositionDeleteWriter(
              files.newOutputFile(spec, file.partition()), spec, file.partition());
      try (writer) {
        PositionDelete<Record> row = PositionDelete.create();
        some.positions().forEach(position -> writer.write(row.set(file.location(), position)));
      }
      deletes.add(writer.toDeleteFile());
      referenced.add(file.location());
    }
    return new DeleteWriteResult(deletes, CharSequenceSet.of(referenced));
  }

  private OutputFileFactory files(FileFormat format) {
    return OutputFileFactory.builderFor(table, 0, 0)
        .operationId(ids.get().toString())
        .format(format)
        .suffix("tidewater")
        .build();
  }
}
