/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.PartitionKey;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.InternalRecordWrapper;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.deletes.EqualityDeleteWriter;
import org.apache.iceberg.deletes.PositionDelete;
import org.apache.iceberg.deletes.PositionDeleteWriter;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.io.OutputFileFactory;
import org.apache.iceberg.types.Types;
import org.jspecify.annotations.Nullable;

/** Writes files of any partition, as writers that know nothing of each other do. */
public final class Writers {
  private Writers() {}

  /** The partition of a row, in the current spec. */
  public static PartitionKey partition(Table table, Record row) {
    PartitionKey key = new PartitionKey(table.spec(), table.schema());
    key.partition(new InternalRecordWrapper(table.schema().asStruct()).wrap(row));
    return key;
  }

  /** An equality delete of a partition of the current spec. */
  public static DeleteFile equalityDelete(
      Table table, Schema keys, @Nullable StructLike partition, List<Record> rows) {
    GenericFileWriterFactory factory =
        new GenericFileWriterFactory.Builder(table)
            .deleteFileFormat(FileFormat.PARQUET)
            .equalityFieldIds(
                keys.columns().stream().mapToInt(Types.NestedField::fieldId).toArray())
            .equalityDeleteRowSchema(keys)
            .build();
    EqualityDeleteWriter<Record> writer =
        factory.newEqualityDeleteWriter(
            files(table, FileFormat.PARQUET).newOutputFile(table.spec(), partition),
            table.spec(),
            partition);
    try (writer) {
      rows.forEach(writer::write);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return writer.toDeleteFile();
  }

  /** A data file of any spec, in a schema that may have the columns of row lineage. */
  public static DataFile dataFile(Table table, Schema schema, DataFile like, List<Record> rows) {
    PartitionSpec spec = table.specs().get(like.specId());
    DataWriter<Record> writer =
        new GenericFileWriterFactory.Builder(table)
            .dataSchema(schema)
            .build()
            .newDataWriter(
                files(table, FileFormat.PARQUET).newOutputFile(spec, like.partition()),
                spec,
                like.partition());
    try (writer) {
      rows.forEach(writer::write);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return writer.toDataFile();
  }

  /** A position delete that speaks of several data files of one partition, as v2 has them. */
  public static DeleteFile partitionDelete(Table table, List<DataFile> files, long position) {
    PartitionSpec spec = table.specs().get(files.get(0).specId());
    PositionDeleteWriter<Record> writer =
        new GenericFileWriterFactory.Builder(table)
            .deleteFileFormat(FileFormat.PARQUET)
            .build()
            .newPositionDeleteWriter(
                files(table, FileFormat.PARQUET).newOutputFile(spec, files.get(0).partition()),
                spec,
                files.get(0).partition());
    try (writer) {
      files.stream()
          .map(DataFile::location)
          .sorted()
          .forEach(
              location -> writer.write(PositionDelete.<Record>create().set(location, position)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return writer.toDeleteFile();
  }

  private static OutputFileFactory files(Table table, FileFormat format) {
    return OutputFileFactory.builderFor(table, 0, 0)
        .operationId(UUID.randomUUID().toString())
        .format(format)
        .build();
  }
}
