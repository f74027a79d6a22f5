/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.commit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileContent;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.FileMetadata;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableUtil;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.deletes.BaseDVFileWriter;
import org.apache.iceberg.deletes.DVFileWriter;
import org.apache.iceberg.deletes.PositionDelete;
import org.apache.iceberg.deletes.PositionDeleteWriter;
import org.apache.iceberg.io.OutputFileFactory;
import org.apache.iceberg.util.ContentFileUtil;
import org.roaringbitmap.longlong.Roaring64NavigableMap;

/** Writes the delete files that a commit adds. */
final class PatchFiles {
  private final Table table;
  private final Supplier<UUID> ids;

  PatchFiles(Table table, Supplier<UUID> ids) {
    this.table = table;
    this.ids = ids;
  }

  /**
   * Writes deletes of rows of new data files: deletion vectors, or position deletes before format
   * v3.
   *
   * @param patches positions by location
   */
  List<DeleteFile> write(Map<String, Roaring64NavigableMap> patches, List<DataFile> outputs) {
    Map<String, DataFile> byLocation = new HashMap<>();
    outputs.forEach(output -> byLocation.put(output.location(), output));
    try {
      return TableUtil.formatVersion(table) >= 3
          ? vectors(patches, byLocation)
          : positions(patches, byLocation);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<DeleteFile> vectors(
      Map<String, Roaring64NavigableMap> patches, Map<String, DataFile> outputs)
      throws IOException {
    DVFileWriter writer = new BaseDVFileWriter(files(FileFormat.PUFFIN), path -> null);
    try (writer) {
      patches.forEach(
          (location, positions) -> {
            DataFile output = Objects.requireNonNull(outputs.get(location), location);
            PartitionSpec spec = table.specs().get(output.specId());
            positions.forEach(
                position -> writer.delete(location, position, spec, output.partition()));
          });
    }
    return writer.result().deleteFiles();
  }

  private List<DeleteFile> positions(
      Map<String, Roaring64NavigableMap> patches, Map<String, DataFile> outputs)
      throws IOException {
    GenericFileWriterFactory writers =
        new GenericFileWriterFactory.Builder(table).deleteFileFormat(FileFormat.PARQUET).build();
    OutputFileFactory files = files(FileFormat.PARQUET);
    List<DeleteFile> written = new ArrayList<>();
    for (Map.Entry<String, Roaring64NavigableMap> patch : patches.entrySet()) {
      DataFile output = Objects.requireNonNull(outputs.get(patch.getKey()), patch.getKey());
      PartitionSpec spec = table.specs().get(output.specId());
      PositionDeleteWriter<Record> writer =
          writers.newPositionDeleteWriter(
              files.newOutputFile(spec, output.partition()), spec, output.partition());
      try (writer) {
        patch
            .getValue()
            .forEach(
                position ->
                    writer.write(PositionDelete.<Record>create().set(patch.getKey(), position)));
      }
      written.add(writer.toDeleteFile());
    }
    return written;
  }

  private OutputFileFactory files(FileFormat format) {
    return OutputFileFactory.builderFor(table, 0, 0)
        .operationId(ids.get().toString())
        .format(format)
        .build();
  }

  /** Copies an equality or position delete file under a new name. */
  DeleteFile copy(DeleteFile delete) {
    if (ContentFileUtil.isDV(delete)) {
      throw new IllegalArgumentException("No file of its own: " + delete.location());
    }
    String location = delete.location();
    String name = ids.get() + "-" + location.substring(location.lastIndexOf('/') + 1);
    PartitionSpec spec = Objects.requireNonNull(table.specs().get(delete.specId()), "spec");
    String copy =
        spec.isUnpartitioned()
            ? table.locationProvider().newDataLocation(name)
            : table.locationProvider().newDataLocation(spec, delete.partition(), name);
    try (InputStream from = table.io().newInputFile(location).newStream();
        OutputStream to = table.io().newOutputFile(copy).create()) {
      from.transferTo(to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    FileMetadata.Builder builder = FileMetadata.deleteFileBuilder(spec).copy(delete).withPath(copy);
    if (delete.content() == FileContent.EQUALITY_DELETES) {
      // The builder forgets the keys when it copies.
      builder.ofEqualityDeletes(
          delete.equalityFieldIds().stream().mapToInt(Integer::intValue).toArray());
    }
    return builder.build();
  }
}
