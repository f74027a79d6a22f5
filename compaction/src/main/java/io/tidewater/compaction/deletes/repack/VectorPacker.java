/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.repack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.FileMetadata;
import org.apache.iceberg.MetadataColumns;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.OutputFileFactory;
import org.apache.iceberg.io.SeekableInputStream;
import org.apache.iceberg.puffin.Blob;
import org.apache.iceberg.puffin.BlobMetadata;
import org.apache.iceberg.puffin.Puffin;
import org.apache.iceberg.puffin.PuffinWriter;
import org.apache.iceberg.puffin.StandardBlobTypes;

/**
 * Copies deletion vectors into larger Puffin files, as the bytes that they are. What the footer
 * says of a vector is known from the table's metadata, so the old footers are not read.
 */
final class VectorPacker {
  private static final String REFERENCED_DATA_FILE = "referenced-data-file";
  private static final String CARDINALITY = "cardinality";

  private final Table table;
  private final OutputFileFactory files;
  private final long targetBytes;
  private final LongConsumer copied;

  /**
   * @param operation unique to the packer; part of the names of its files
   * @param copied is told of bytes copied
   */
  VectorPacker(Table table, String operation, long targetBytes, LongConsumer copied) {
    this.table = table;
    this.files =
        OutputFileFactory.builderFor(table, 0, 0)
            .operationId(operation)
            .format(FileFormat.PUFFIN)
            .build();
    this.targetBytes = targetBytes;
    this.copied = copied;
  }

  /** Copies; returns what each became, in order. */
  Map<DeleteFile, DeleteFile> pack(List<DeleteFile> vectors) {
    Map<DeleteFile, DeleteFile> packed = new LinkedHashMap<>();
    List<DeleteFile> together = new ArrayList<>();
    long bytes = 0;
    for (DeleteFile vector : vectors) {
      together.add(vector);
      bytes += vector.contentSizeInBytes();
      if (bytes >= targetBytes) {
        packed.putAll(packInOne(together));
        together.clear();
        bytes = 0;
      }
    }
    if (!together.isEmpty()) {
      packed.putAll(packInOne(together));
    }
    return packed;
  }

  private Map<DeleteFile, DeleteFile> packInOne(List<DeleteFile> vectors) {
    Map<DeleteFile, BlobMetadata> blobs = new LinkedHashMap<>();
    PuffinWriter writer = Puffin.write(files.newOutputFile()).createdBy("tidewater").build();
    try (writer) {
      for (DeleteFile vector : vectors) {
        blobs.put(vector, writer.write(blob(vector)));
        copied.accept(vector.contentSizeInBytes());
      }
      writer.finish();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot pack deletion vectors of " + table.name(), e);
    }
    Map<DeleteFile, DeleteFile> packed = new LinkedHashMap<>();
    blobs.forEach(
        (vector, blob) ->
            packed.put(
                vector,
                FileMetadata.deleteFileBuilder(table.specs().get(vector.specId()))
                    .ofPositionDeletes()
                    .withFormat(FileFormat.PUFFIN)
                    .withPath(writer.location())
                    .withPartition(vector.partition())
                    .withFileSizeInBytes(writer.fileSize())
                    .withReferencedDataFile(vector.referencedDataFile())
                    .withContentOffset(blob.offset())
                    .withContentSizeInBytes(blob.length())
                    .withRecordCount(vector.recordCount())
                    .build()));
    return packed;
  }

  private Blob blob(DeleteFile vector) throws IOException {
    byte[] bytes = new byte[Math.toIntExact(vector.contentSizeInBytes())];
    try (SeekableInputStream in = table.io().newInputFile(vector.location()).newStream()) {
      in.seek(vector.contentOffset());
      if (in.readNBytes(bytes, 0, bytes.length) != bytes.length) {
        throw new IOException(
            vector.location() + " ends within the vector of " + vector.referencedDataFile());
      }
    }
    // Snapshot and sequence number are those of the commit.
    return new Blob(
        StandardBlobTypes.DV_V1,
        List.of(MetadataColumns.ROW_POSITION.fieldId()),
        -1,
        -1,
        ByteBuffer.wrap(bytes),
        null,
        Map.of(
            REFERENCED_DATA_FILE,
            vector.referencedDataFile(),
            CARDINALITY,
            Long.toString(vector.recordCount())));
  }
}
