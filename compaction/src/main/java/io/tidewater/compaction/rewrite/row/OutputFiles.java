/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.row;

import io.tidewater.compaction.rewrite.FileGroup;
import io.tidewater.compaction.rewrite.Ordering;
import java.util.Objects;
import java.util.UUID;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.encryption.EncryptedOutputFile;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.io.OutputFileFactory;

/** Makes writers of new files, as the table's properties want them. */
final class OutputFiles {
  private final PartitionSpec spec;
  private final long targetBytes;
  private final GenericFileWriterFactory writers;
  private final OutputFileFactory files;

  OutputFiles(Table table, Schema schema, FileGroup group, UUID operation) {
    this.spec = Objects.requireNonNull(table.specs().get(group.outputSpecId()), "spec");
    this.targetBytes = group.targetBytes();
    GenericFileWriterFactory.Builder builder =
        new GenericFileWriterFactory.Builder(table).dataSchema(schema);
    if (group.ordering() instanceof Ordering.Sorted sorted) {
      SortOrder order = table.sortOrders().get(sorted.sortOrderId());
      builder.dataSortOrder(order);
    }
    this.writers = builder.build();
    this.files =
        OutputFileFactory.builderFor(table, spec.specId(), group.id())
            .operationId(operation.toString())
            .format(
                FileFormat.fromString(
                    table
                        .properties()
                        .getOrDefault(
                            TableProperties.DEFAULT_FILE_FORMAT,
                            TableProperties.DEFAULT_FILE_FORMAT_DEFAULT)))
            .build();
  }

  PartitionSpec spec() {
    return spec;
  }

  /** How large a file should become. */
  long targetBytes() {
    return targetBytes;
  }

  /** The next file of a partition. */
  EncryptedOutputFile newFile(StructLike partition) {
    return spec.isUnpartitioned() ? files.newOutputFile() : files.newOutputFile(spec, partition);
  }

  DataWriter<Record> open(EncryptedOutputFile file, StructLike partition) {
    return writers.newDataWriter(file, spec, partition);
  }
}
