/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.merge;

import io.tidewater.compaction.task.TaskContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.MetadataColumns;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableUtil;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.io.OutputFileFactory;

/**
 * Writes a data file anew with the merged column filled: the rows that are left of it, in their
 * order, with their lineage (format v3). For several threads, as long as nobody refreshes the
 * table.
 */
final class FileFiller {
  /** Rows between two words on how it goes on. */
  private static final int ROWS_PER_BEAT = 10_000;

  private final Table table;
  private final ColumnFamily family;
  private final Schema rows;
  private final RowReader reader;

  FileFiller(Table table, ColumnFamily family) {
    this.table = table;
    this.family = family;
    this.reader = new RowReader(table);
    this.rows =
        TableUtil.supportsRowLineage(table)
            ? MetadataColumns.schemaWithRowLineage(table.schema())
            : table.schema();
  }

  /** What is to be filled in a file. Reads only the family's columns. */
  Inspection inspect(FileScanTask task) {
    return Inspection.of(reader, task, family);
  }

  /** Writes one file for another. Commits nothing. */
  FilledFile fill(FileScanTask task, TaskContext context) {
    DataWriter<Record> writer = writer(task, context);
    Filling filling = new Filling(rows, family);
    long count = 0;
    try (writer;
        CloseableIterable<Record> all = reader.read(task, rows)) {
      for (Record row : all) {
        filling.fill(row);
        writer.write(row);
        if (++count % ROWS_PER_BEAT == 0) {
          context.advance(0, 0);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    DataFile filled = writer.toDataFile();
    context.advance(task.file().fileSizeInBytes(), filled.fileSizeInBytes());
    return new FilledFile(task, filled);
  }

  private DataWriter<Record> writer(FileScanTask task, TaskContext context) {
    DataFile file = task.file();
    PartitionSpec spec = task.spec();
    OutputFileFactory files =
        OutputFileFactory.builderFor(table, spec.specId(), 0)
            .defaultSpec(spec)
            .operationId(context.newId().toString())
            .format(file.format())
            .build();
    // One file for one, however large it is: what its rows are sorted by stays true.
    return new GenericFileWriterFactory.Builder(table)
        .dataFileFormat(file.format())
        .dataSchema(rows)
        .dataSortOrder(sortOrder(file))
        .build()
        .newDataWriter(files.newOutputFile(spec, file.partition()), spec, file.partition());
  }

  private SortOrder sortOrder(DataFile file) {
    Integer id = file.sortOrderId();
    SortOrder order = id == null ? null : table.sortOrders().get(id);
    return order == null ? SortOrder.unsorted() : order;
  }
}
