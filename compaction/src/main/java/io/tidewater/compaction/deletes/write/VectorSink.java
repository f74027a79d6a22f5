/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.write;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.deletes.BaseDVFileWriter;
import org.apache.iceberg.deletes.DVFileWriter;
import org.apache.iceberg.deletes.PositionDeleteIndex;
import org.apache.iceberg.io.OutputFileFactory;
import org.apache.iceberg.util.PropertyUtil;

/** Deletion vectors, many to a Puffin file. */
final class VectorSink implements PositionSink {
  // What an entry of the footer takes, and the smallest bitmap.
  private static final long LEAST_BYTES = 256;
  private static final long BYTES_PER_POSITION = 2;

  private final Table table;
  private final OutputFileFactory files;
  private final long targetBytes;
  private final Map<String, DeleteFile> result = new HashMap<>();
  private DVFileWriter writer;
  private long bytes;

  VectorSink(Table table, String name) {
    this.table = table;
    this.files =
        OutputFileFactory.builderFor(table, 0, 0)
            .operationId(name)
            .format(FileFormat.PUFFIN)
            .build();
    this.targetBytes =
        PropertyUtil.propertyAsLong(
            table.properties(),
            TableProperties.DELETE_TARGET_FILE_SIZE_BYTES,
            TableProperties.DELETE_TARGET_FILE_SIZE_BYTES_DEFAULT);
    this.writer = newWriter();
  }

  private DVFileWriter newWriter() {
    return new BaseDVFileWriter(files, location -> null);
  }

  @Override
  public void add(DataFile file, PositionDeleteIndex positions) throws IOException {
    if (bytes >= targetBytes) {
      close();
      writer = newWriter();
      bytes = 0;
    }
    writer.delete(file.location(), positions, table.specs().get(file.specId()), file.partition());
    bytes += LEAST_BYTES + BYTES_PER_POSITION * positions.cardinality();
  }

  @Override
  public void close() throws IOException {
    writer.close();
    for (DeleteFile vector : writer.result().deleteFiles()) {
      result.put(vector.referencedDataFile(), vector);
    }
  }

  @Override
  public Map<String, DeleteFile> result() {
    return result;
  }
}
