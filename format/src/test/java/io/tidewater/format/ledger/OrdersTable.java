/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.inmemory.InMemoryCatalog;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.io.OutputFileFactory;
import org.apache.iceberg.types.Types;

/** Real tables with rows of a topic, in memory. */
final class OrdersTable {
  private static final TableIdentifier NAME = TableIdentifier.of("shop", "orders");
  private static final TableIdentifier BARE = TableIdentifier.of("shop", "bare");
  private static final Schema SCHEMA =
      new Schema(
          Types.NestedField.optional(1, "id", Types.LongType.get()),
          Types.NestedField.optional(2, OffsetColumns.PARTITION, Types.IntegerType.get()),
          Types.NestedField.optional(3, OffsetColumns.OFFSET, Types.LongType.get()));

  private final InMemoryCatalog catalog = new InMemoryCatalog();

  OrdersTable() {
    catalog.initialize("test", Map.of());
    catalog.createNamespace(Namespace.of("shop"));
  }

  Table create() {
    return catalog.createTable(NAME, SCHEMA);
  }

  Table createWithoutOffsetColumns() {
    return catalog.createTable(BARE, SCHEMA.select("id"));
  }

  Table load() {
    return catalog.loadTable(NAME);
  }

  /** A file with the rows of some offsets of partition 0. */
  DataFile file(long firstOffset, long lastOffset) {
    return file(new long[][] {{0, firstOffset}, {0, lastOffset}});
  }

  /** A file that another writer made. */
  DataFile foreignFile() {
    return file(new long[][] {{}});
  }

  /** A file of rows, each given as partition and offset, or as nothing. */
  DataFile file(long[][] rows) {
    Table table = load();
    DataWriter<Record> writer =
        new GenericFileWriterFactory.Builder(table)
            .dataFileFormat(FileFormat.PARQUET)
            .build()
            .newDataWriter(
                OutputFileFactory.builderFor(table, 0, 0)
                    .operationId(UUID.randomUUID().toString())
                    .build()
                    .newOutputFile(),
                table.spec(),
                null);
    try (writer) {
      for (long[] row : rows) {
        GenericRecord record = GenericRecord.create(table.schema());
        if (row.length > 0) {
          record.setField(OffsetColumns.PARTITION, (int) row[0]);
          record.setField(OffsetColumns.OFFSET, row[1]);
        }
        writer.write(record);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return writer.toDataFile();
  }
}
