/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.row;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetReaders;
import org.apache.iceberg.data.parquet.GenericParquetWriter;
import org.apache.iceberg.inmemory.InMemoryOutputFile;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.FileAppender;
import org.apache.iceberg.parquet.Parquet;

/** Real Parquet files in memory, written and read by Iceberg's generic writer and reader. */
public final class ParquetFiles {
  private ParquetFiles() {}

  /** What is read back of rows that were written. */
  public static List<Record> roundTrip(Schema schema, List<GenericRecord> rows) throws IOException {
    return roundTrip(schema, rows, schema);
  }

  /** What is read back, by a newer schema, of rows that were written by an older one. */
  public static List<Record> roundTrip(Schema schema, List<GenericRecord> rows, Schema readSchema)
      throws IOException {
    InMemoryOutputFile file = new InMemoryOutputFile();
    try (FileAppender<Record> appender =
        Parquet.write(file)
            .schema(schema)
            .createWriterFunc(GenericParquetWriter::create)
            .overwrite()
            .build()) {
      rows.forEach(appender::add);
    }
    List<Record> read = new ArrayList<>();
    try (CloseableIterable<Record> records =
        Parquet.read(file.toInputFile())
            .project(readSchema)
            .createReaderFunc(type -> GenericParquetReaders.buildReader(readSchema, type))
            .build()) {
      records.forEach(read::add);
    }
    return read;
  }
}
