/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.iceberg.GenericBlobMetadata;
import org.apache.iceberg.GenericStatisticsFile;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.StatisticsFile;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.puffin.Blob;
import org.apache.iceberg.puffin.BlobMetadata;
import org.apache.iceberg.puffin.Puffin;
import org.apache.iceberg.puffin.PuffinCompressionCodec;
import org.apache.iceberg.puffin.PuffinReader;
import org.apache.iceberg.puffin.PuffinWriter;
import org.apache.iceberg.puffin.StandardBlobTypes;
import org.apache.iceberg.util.Pair;

/** Reads and writes the Puffin files of a table's statistics. */
final class SketchFile {
  private static final String CREATED_BY = "tidewater compaction";

  private final Table table;

  SketchFile(Table table) {
    this.table = table;
  }

  /** The file of statistics of a snapshot. */
  Optional<StatisticsFile> of(long snapshotId) {
    return table.statisticsFiles().stream()
        .filter(file -> file.snapshotId() == snapshotId)
        .findFirst();
  }

  /** The rows removed since all files were read, if a snapshot has sketches of all the columns. */
  Optional<Long> removedRows(long snapshotId, Set<Integer> fieldIds) {
    List<org.apache.iceberg.BlobMetadata> sketches =
        of(snapshotId).stream()
            .flatMap(file -> file.blobMetadata().stream())
            .filter(blob -> blob.type().equals(StandardBlobTypes.APACHE_DATASKETCHES_THETA_V1))
            .filter(blob -> blob.fields().size() == 1 && fieldIds.contains(blob.fields().get(0)))
            .toList();
    Set<Integer> found =
        sketches.stream().map(blob -> blob.fields().get(0)).collect(Collectors.toSet());
    if (!found.equals(fieldIds)) {
      return Optional.empty();
    }
    return Optional.of(
        sketches.stream()
            .map(blob -> blob.properties().getOrDefault(Sketches.REMOVED_ROWS, "0"))
            .mapToLong(Long::parseLong)
            .max()
            .orElse(0));
  }

  /** The blobs of a snapshot's statistics; none if it has none. */
  List<Blob> read(long snapshotId) {
    List<Blob> blobs = new ArrayList<>();
    of(snapshotId).ifPresent(file -> read(file, blobs));
    return blobs;
  }

  private void read(StatisticsFile file, List<Blob> blobs) {
    try (PuffinReader reader =
        Puffin.read(table.io().newInputFile(file.path()))
            .withFileSize(file.fileSizeInBytes())
            .withFooterSize(file.fileFooterSizeInBytes())
            .build()) {
      List<BlobMetadata> all = reader.fileMetadata().blobs();
      for (Pair<BlobMetadata, ByteBuffer> each : reader.readAll(all)) {
        BlobMetadata blob = each.first();
        blobs.add(
            new Blob(
                blob.type(),
                blob.inputFields(),
                blob.snapshotId(),
                blob.sequenceNumber(),
                each.second(),
                PuffinCompressionCodec.ZSTD,
                blob.properties()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes blobs for a snapshot; commits nothing. */
  StatisticsFile write(long snapshotId, List<Blob> blobs, UUID id) {
    String location =
        ((HasTableOperations) table)
            .operations()
            .metadataFileLocation(snapshotId + "-" + id + ".stats");
    OutputFile output = table.io().newOutputFile(location);
    PuffinWriter writer = Puffin.write(output).createdBy(CREATED_BY).build();
    try (writer) {
      blobs.forEach(writer::add);
      writer.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new GenericStatisticsFile(
        snapshotId,
        location,
        writer.fileSize(),
        writer.footerSize(),
        GenericBlobMetadata.from(writer.writtenBlobsMetadata()));
  }
}
