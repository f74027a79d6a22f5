/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.write;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.FileMetadata;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.deletes.PositionDelete;
import org.apache.iceberg.deletes.PositionDeleteIndex;
import org.apache.iceberg.deletes.PositionDeleteWriter;
import org.apache.iceberg.io.OutputFileFactory;

/**
 * Position deletes, one file for each data file, which it names: a rewrite of other data files does
 * not conflict with it.
 */
final class PositionFileSink implements PositionSink {
  private final Table table;
  private final OutputFileFactory files;
  private final GenericFileWriterFactory writers;
  private final Map<String, DeleteFile> result = new HashMap<>();

  PositionFileSink(Table table, String name) {
    this.table = table;
    this.files =
        OutputFileFactory.builderFor(table, 0, 0)
            .operationId(name)
            .format(FileFormat.PARQUET)
            .build();
    this.writers =
        new GenericFileWriterFactory.Builder(table).deleteFileFormat(FileFormat.PARQUET).build();
  }

  @Override
  public void add(DataFile file, PositionDeleteIndex positions) throws IOException {
    PartitionSpec spec = table.specs().get(file.specId());
    PositionDeleteWriter<Record> writer =
        writers.newPositionDeleteWriter(
            files.newOutputFile(spec, file.partition()), spec, file.partition());
    PositionDelete<Record> delete = PositionDelete.create();
    try (writer) {
      positions.forEach(position -> writer.write(delete.set(file.location(), position)));
    }
    result.put(
        file.location(),
        FileMetadata.deleteFileBuilder(spec)
            .copy(writer.toDeleteFile())
            .withReferencedDataFile(file.location())
            .build());
  }

  @Override
  public void close() {}

  @Override
  public Map<String, DeleteFile> result() {
    return result;
  }
}
