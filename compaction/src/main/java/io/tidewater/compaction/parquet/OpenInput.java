/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import java.io.IOException;
import java.util.List;
import org.apache.iceberg.io.FileIO;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReadStore;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.io.SeekableInputStream;

/** An input whose bytes are being read. */
final class OpenInput implements AutoCloseable {
  private final Input input;
  private final SeekableInputStream stream;
  private final ParquetFileReader reader;

  OpenInput(Input input, FileIO io) throws IOException {
    this.input = input;
    BufferedInput file = new BufferedInput(io.newInputFile(input.file()));
    this.stream = file.newStream();
    this.reader = ParquetFileReader.open(file, input.footer(), readOptions(), stream);
  }

  static ParquetReadOptions readOptions() {
    return ParquetReadOptions.builder(new PlainParquetConfiguration())
        .usePageChecksumVerification(false)
        .build();
  }

  Input input() {
    return input;
  }

  SeekableInputStream stream() {
    return stream;
  }

  ParquetFileReader reader() {
    return reader;
  }

  /** Reads some columns of a row group. */
  ColumnReadStore columns(int rowGroup, List<ColumnDescriptor> columns) throws IOException {
    FileMetaData metadata = input.footer().getFileMetaData();
    reader.setRequestedSchema(columns);
    PageReadStore pages = reader.readRowGroup(rowGroup);
    return new ColumnReadStoreImpl(
        pages,
        new NoConverter(metadata.getSchema()),
        metadata.getSchema(),
        metadata.getCreatedBy());
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
