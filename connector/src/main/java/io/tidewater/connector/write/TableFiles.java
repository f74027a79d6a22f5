/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.PartitionKey;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.InternalRecordWrapper;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.encryption.EncryptedOutputFile;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.io.OutputFileFactory;
import org.apache.iceberg.util.PropertyUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open and closed data files of one table that are not committed yet, laid out by the spec and
 * schema that the table had when this was made. For one thread.
 */
public final class TableFiles {
  private static final Logger LOG = LoggerFactory.getLogger(TableFiles.class);

  private final Table table;
  private final PartitionSpec spec;
  private final PartitionKey key;
  private final InternalRecordWrapper values;
  private final GenericFileWriterFactory writers;
  private final OutputFileFactory files;
  private final long targetBytes;
  private final Map<PartitionKey, OpenFile> open = new HashMap<>();
  private final List<DataFile> closed = new ArrayList<>();
  private long closedBytes;

  /**
   * @param table as it stands now; only its schema, spec, locations and file access are used
   * @param writeProperties take precedence over the table's own
   * @param writerId unique among the writers of this table
   */
  public TableFiles(Table table, Map<String, String> writeProperties, UUID writerId) {
    this.table = table;
    this.spec = table.spec();
    this.key = new PartitionKey(spec, table.schema());
    this.values = new InternalRecordWrapper(table.schema().asStruct());
    this.writers =
        new GenericFileWriterFactory.Builder(table)
            .dataFileFormat(FileFormat.PARQUET)
            .dataSchema(table.schema())
            .writerProperties(writeProperties)
            .build();
    this.files =
        OutputFileFactory.builderFor(table, 0, 0)
            .operationId(writerId.toString())
            .format(FileFormat.PARQUET)
            .build();
    Map<String, String> properties = new HashMap<>(table.properties());
    properties.putAll(writeProperties);
    this.targetBytes =
        PropertyUtil.propertyAsLong(
            properties,
            TableProperties.WRITE_TARGET_FILE_SIZE_BYTES,
            TableProperties.WRITE_TARGET_FILE_SIZE_BYTES_DEFAULT);
  }

  /**
   * Writes a row to the open file of its partition.
   *
   * @throws UncheckedIOException the file could not be written; what is open must be abandoned
   */
  public void write(Record row) {
    fileOf(row).write(row);
    finishIfFull();
  }

  /** Writes a row like {@link #write}, and tells where it is. */
  public RowPosition writeAndLocate(Record row) {
    OpenFile file = fileOf(row);
    RowPosition where = new RowPosition(file.location, file.rows);
    file.write(row);
    finishIfFull();
    return where;
  }

  private OpenFile fileOf(Record row) {
    if (spec.isPartitioned()) {
      key.partition(values.wrap(row));
    }
    OpenFile file = open.get(key);
    if (file == null) {
      PartitionKey partition = key.copy();
      file = newFile(partition);
      open.put(partition, file);
    }
    return file;
  }

  private void finishIfFull() {
    OpenFile file = open.get(key);
    if (file != null && file.isFull(targetBytes)) {
      close(file);
      open.remove(key);
    }
  }

  /** The bytes of the closed files, and roughly those of the open ones. */
  public long bytes() {
    long bytes = closedBytes;
    for (OpenFile file : open.values()) {
      bytes += file.bytes();
    }
    return bytes;
  }

  /**
   * Closes all files and hands them over; new rows open new ones.
   *
   * @throws UncheckedIOException a file could not be finished; what is open must be abandoned
   */
  public List<DataFile> close() {
    open.values().forEach(this::close);
    open.clear();
    List<DataFile> finished = List.copyOf(closed);
    closed.clear();
    closedBytes = 0;
    return finished;
  }

  /** Gives up all files. What was uploaded is left to orphan removal. */
  public void abandon() {
    for (OpenFile file : open.values()) {
      try {
        file.writer.close();
      } catch (IOException | RuntimeException e) {
        LOG.debug("could not close an abandoned file table={}", table.name(), e);
      }
    }
    open.clear();
    closed.clear();
    closedBytes = 0;
  }

  private OpenFile newFile(PartitionKey partition) {
    EncryptedOutputFile file =
        spec.isPartitioned() ? files.newOutputFile(spec, partition) : files.newOutputFile();
    return new OpenFile(
        file.encryptingOutputFile().location(),
        writers.newDataWriter(file, spec, spec.isPartitioned() ? partition : null));
  }

  private void close(OpenFile file) {
    try {
      file.writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot finish a data file of " + table.name(), e);
    }
    DataFile finished = file.writer.toDataFile();
    closed.add(finished);
    closedBytes += finished.fileSizeInBytes();
  }

  /** A file that rows are being written to. */
  private static final class OpenFile {
    /** Asking a Parquet writer for its length costs; a file grows little in so many rows. */
    private static final int ROWS_BETWEEN_LOOKS = 1_000;

    private final String location;
    private final DataWriter<Record> writer;
    private long rows;
    private long bytes;

    OpenFile(String location, DataWriter<Record> writer) {
      this.location = location;
      this.writer = writer;
    }

    void write(Record row) {
      writer.write(row);
      if (++rows % ROWS_BETWEEN_LOOKS == 0) {
        bytes = writer.length();
      }
    }

    boolean isFull(long targetBytes) {
      return bytes >= targetBytes;
    }

    long bytes() {
      return bytes;
    }
  }
}
