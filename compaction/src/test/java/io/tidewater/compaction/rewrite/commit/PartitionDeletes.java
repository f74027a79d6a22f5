/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.commit;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.deletes.PositionDelete;
import org.apache.iceberg.deletes.PositionDeleteWriter;
import org.apache.iceberg.io.OutputFileFactory;

/** Position deletes as most writers make them on format v2: many data files in one. */
public final class PartitionDeletes {
  private PartitionDeletes() {}

  /** Deletes one position of each of several files of one partition. */
  public static DeleteFile write(Table table, List<DataFile> files, long position)
      throws IOException {
    DataFile any = files.get(0);
    PartitionSpec spec = table.specs().get(any.specId());
    PositionDeleteWriter<Record> writer =
        new GenericFileWriterFactory.Builder(table)
            .deleteFileFormat(FileFormat.PARQUET)
            .build()
            .newPositionDeleteWriter(
                OutputFileFactory.builderFor(table, 0, 0)
                    .operationId(UUID.randomUUID().toString())
                    .format(FileFormat.PARQUET)
                    .build()
                    .newOutputFile(spec, any.partition()),
                spec,
                any.partition());
    try (writer) {
      files.stream()
          .map(DataFile::location)
          .sorted(Comparator.naturalOrder())
          .forEach(file -> writer.write(PositionDelete.<Record>create().set(file, position)));
    }
    return writer.toDeleteFile();
  }
}
