/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.bench.compaction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.RowDelta;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.deletes.BaseDVFileWriter;
import org.apache.iceberg.deletes.DVFileWriter;
import org.apache.iceberg.deletes.EqualityDeleteWriter;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.io.OutputFileFactory;

/** Fills a table as its scenario says, with the same rows every time. */
final class TableGenerator {
  private static final long SEED = 20261121;
  private static final int CHECK_EVERY = 1000;
  private static final String KEY = "event_id";

  private final Table table;
  private final Scenario scenario;
  private final Events events = new Events(SEED);
  private final Random deletes = new Random(SEED);
  private final List<String> deletedIds = new ArrayList<>();
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
      DataFile file = writeFile(bytes);
      append.appendFile(file);
      written += file.fileSizeInBytes();
      for (long row = 0; row < file.recordCount(); row++) {
        if (scenario != Scenario.EQUALITY && deletes.nextDouble() < scenario.deleted()) {
          vectors.delete(file.location(), row, PartitionSpec.unpartitioned(), null);
        }
      }
    }
    append.commit();
    vectors.close();
    for (DeleteFile vector : vectors.result().deleteFiles()) {
      delta.addDeletes(vector);
    }
    if (scenario == Scenario.EQUALITY) {
      delta.addDeletes(equalityDelete());
    }
    if (scenario.deleted() > 0) {
      delta.commit();
    }
    Tables.complete(table);
  }

  private DataFile writeFile(long bytes) throws IOException {
    GenericFileWriterFactory factory =
        new GenericFileWriterFactory.Builder(table).dataSchema(table.schema()).build();
    DataWriter<Record> writer =
        factory.newDataWriter(files.newOutputFile(), PartitionSpec.unpartitioned(), null);
    try (writer) {
      long rows = 0;
      while (rows % CHECK_EVERY != 0 || writer.length() < Math.min(scenario.fileBytes(), bytes)) {
        Record event = events.next();
        if (scenario == Scenario.EQUALITY && deletes.nextDouble() < scenario.deleted()) {
          deletedIds.add((String) event.getField(KEY));
        }
        writer.write(event);
        rows++;
      }
    }
    return writer.toDataFile();
  }

  private DeleteFile equalityDelete() throws IOException {
    Schema keys = table.schema().select(KEY);
    GenericFileWriterFactory factory =
        new GenericFileWriterFactory.Builder(table)
            .deleteFileFormat(FileFormat.PARQUET)
            .equalityFieldIds(new int[] {table.schema().findField(KEY).fieldId()})
            .equalityDeleteRowSchema(keys)
            .build();
    EqualityDeleteWriter<Record> writer =
        factory.newEqualityDeleteWriter(files.newOutputFile(), PartitionSpec.unpartitioned(), null);
    try (writer) {
      for (String id : deletedIds) {
        GenericRecord key = GenericRecord.create(keys);
        key.set(0, id);
        writer.write(key);
      }
    }
    return writer.toDeleteFile();
  }
}
