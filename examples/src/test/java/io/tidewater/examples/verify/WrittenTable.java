/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.verify;

import io.tidewater.examples.table.CatalogSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.deletes.PositionDelete;
import org.apache.iceberg.deletes.PositionDeleteWriter;
import org.apache.iceberg.encryption.EncryptedFiles;
import org.apache.iceberg.encryption.EncryptedOutputFile;
import org.apache.iceberg.encryption.EncryptionKeyMetadata;
import org.apache.iceberg.hadoop.HadoopCatalog;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.types.Types;

/** A table on local files, whose rows a test writes itself: no sink is needed to verify. */
final class WrittenTable {
  private static final Schema SCHEMA =
      new Schema(
          Types.NestedField.optional(1, "value", Types.StringType.get()),
          Types.NestedField.optional(2, "_kafka_partition", Types.IntegerType.get()),
          Types.NestedField.optional(3, "_kafka_offset", Types.LongType.get()));

  private final String warehouse;
  private final String name;
  private final Table table;
  private DataFile latest;

  WrittenTable(Path folder, String name) throws IOException {
    this.warehouse = folder.toUri().toString();
    this.name = name;
    try (HadoopCatalog catalog = new HadoopCatalog(new Configuration(), warehouse)) {
      this.table =
          catalog.createTable(TableIdentifier.parse(name), SCHEMA, PartitionSpec.unpartitioned());
    }
    this.latest = append(0, LongStream.empty());
  }

  String name() {
    return name;
  }

  /** The catalog as a user would name it on the command line. */
  CatalogSettings catalog() {
    return new CatalogSettings(warehouse, Map.of("type", "hadoop", "warehouse", warehouse));
  }

  /** Appends one row for each offset of a partition, in one snapshot. */
  DataFile append(int partition, LongStream offsets) throws IOException {
    try (DataWriter<Record> writer = writers().newDataWriter(file(), table.spec(), null)) {
      Record row = GenericRecord.create(SCHEMA);
      offsets.forEach(
          offset ->
              writer.write(
                  row.copy(
                      Map.of(
                          "value", "v" + offset,
                          "_kafka_partition", partition,
                          "_kafka_offset", offset))));
      writer.close();
      latest = writer.toDataFile();
    }
    table.newAppend().appendFile(latest).commit();
    return latest;
  }

  /** Deletes a row of the file that was appended last, by its position in it. */
  void deleteFromLatest(long position) throws IOException {
    PositionDeleteWriter<Record> writer =
        writers().newPositionDeleteWriter(file(), table.spec(), null);
    try (writer) {
      writer.write(PositionDelete.<Record>create().set(latest.location(), position));
    }
    DeleteFile deletes = writer.toDeleteFile();
    table.newRowDelta().addDeletes(deletes).commit();
  }

  private GenericFileWriterFactory writers() {
    return new GenericFileWriterFactory.Builder(table)
        .dataFileFormat(FileFormat.PARQUET)
        .deleteFileFormat(FileFormat.PARQUET)
        .build();
  }

  private EncryptedOutputFile file() {
    String location = table.locationProvider().newDataLocation(UUID.randomUUID() + ".parquet");
    return EncryptedFiles.encryptedOutput(
        table.io().newOutputFile(location), EncryptionKeyMetadata.EMPTY);
  }
}
