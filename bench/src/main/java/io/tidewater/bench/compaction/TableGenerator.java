/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.bench.compaction;

import java.io.IOException;
import java.util.Random;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.RowDelta;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.deletes.BaseDVFileWriter;
import org.apache.iceberg.deletes.DVFileWriter;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.io.OutputFileFactory;

/** Fills a table as its scenario says, with the same rows every time. */
final class TableGenerator {
  private static final long SEED = 20261121;
  private static final int CHECK_EVERY = 1000;

  private final Table table;
  private final Scenario scenario;
  private final Events events = new Events(SEED);
  private final Random deletes = new Random(SEED);
  private final OutputFileFactory files;

  TableGenerator(Table table, Scenario scenario) {
    this.table = table;
    this.scenario = scenario;
    this.files = OutputFileFactory.builderFor(table, 0, 0).format(FileFormat.PARQUET).build();
  }

  /** Writes at least so many bytes of data files. */
  void fill(long bytes) throws IOException {
    AppendFiles append = table.newAppend();
    RowDelta delta = table.newRowDelta();
    long written = 0;
    DVFileWriter vectors = new BaseDVFileWriter(files, path -> null);
    while (written < bytes) {
      DataFile file = writeFile();
      append.appendFile(file);
      written += file.fileSizeInBytes();
      for (long row = 0; row < file.recordCount(); row++) {
        if (deletes.nextDouble() < scenario.deleted()) {
          vectors.delete(file.location(), row, PartitionSpec.unpartitioned(), null);
        }
      }
    }
    append.commit();
    vectors.close();
    for (DeleteFile vector : vectors.result().deleteFiles()) {
      delta.addDeletes(vector);
    }
    if (scenario.deleted() > 0) {
      delta.commit();
    }
    Tables.complete(table);
  }

  private DataFile writeFile() throws IOException {
    GenericFileWriterFactory factory =
        new GenericFileWriterFactory.Builder(table).dataSchema(table.schema()).build();
    DataWriter<Record> writer =
        factory.newDataWriter(files.newOutputFile(), PartitionSpec.unpartitioned(), null);
    try (writer) {
      long rows = 0;
      while (rows % CHECK_EVERY != 0 || writer.length() < scenario.fileBytes()) {
        writer.write(events.next());
        rows++;
      }
    }
    return writer.toDataFile();
  }
}
