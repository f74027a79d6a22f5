/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.manifests;

import io.tidewater.compaction.task.TaskContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.ManifestContent;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ManifestWriter;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.TableUtil;
import org.apache.iceberg.encryption.EncryptedOutputFile;
import org.apache.iceberg.util.StructLikeMap;

/**
 * Writes the live entries of some manifests of one group to new ones, clustered by partition. Reads
 * twice, first only the partitions; so that memory is needed for those, and for one open manifest
 * for each that comes out.
 */
final class Clustering {
  private final Table table;
  private final long targetSize;
  private final TaskContext context;
  private final UUID id;
  private int written;

  Clustering(Table table, long targetSize, TaskContext context) {
    this.table = table;
    this.targetSize = targetSize;
    this.context = context;
    this.id = context.newId();
  }

  /** Writes; commits nothing. */
  List<ManifestFile> rewrite(List<ManifestFile> manifests) {
    PartitionSpec spec =
        Objects.requireNonNull(table.specs().get(manifests.get(0).partitionSpecId()), "spec");
    if (manifests.get(0).content() == ManifestContent.DATA) {
      return rewrite(
          manifests,
          spec,
          new LiveEntries<DataFile>(table.io(), table.specs(), ManifestFiles::read),
          file -> ManifestFiles.write(TableUtil.formatVersion(table), spec, file, null));
    }
    return rewrite(
        manifests,
        spec,
        new LiveEntries<DeleteFile>(table.io(), table.specs(), ManifestFiles::readDeleteManifest),
        file ->
            ManifestFiles.writeDeleteManifest(TableUtil.formatVersion(table), spec, file, null));
  }

  @FunctionalInterface
  private interface Writing<F extends ContentFile<F>> {
    ManifestWriter<F> to(EncryptedOutputFile file);
  }

  private <F extends ContentFile<F>> List<ManifestFile> rewrite(
      List<ManifestFile> manifests,
      PartitionSpec spec,
      LiveEntries<F> entries,
      Writing<F> writing) {
    PartitionBins bins = bins(manifests, spec, entries);
    List<ManifestOutput<F>> outputs = new ArrayList<>();
    for (int i = 0; i < bins.count(); i++) {
      outputs.add(new ManifestOutput<>(() -> writing.to(newFile()), targetSize));
    }
    for (ManifestFile manifest : manifests) {
      entries.visit(
          manifest, (file, addedBy) -> outputs.get(bins.of(file.partition())).write(file, addedBy));
      context.advance(manifest.length(), manifest.length());
    }
    List<ManifestFile> all = new ArrayList<>();
    outputs.forEach(output -> all.addAll(output.finish()));
    return all;
  }

  private <F extends ContentFile<F>> PartitionBins bins(
      List<ManifestFile> manifests, PartitionSpec spec, LiveEntries<F> entries) {
    StructLikeMap<Long> partitions = StructLikeMap.create(spec.partitionType());
    long[] files = {0};
    long bytes = 0;
    for (ManifestFile manifest : manifests) {
      entries.visitPartitions(
          manifest,
          (file, unused) -> {
            files[0]++;
            partitions.merge(file.partition(), 1L, Long::sum);
          });
      bytes += manifest.length();
      context.advance(manifest.length(), 0);
    }
    long perBin = Math.max(1, files[0] * targetSize / Math.max(1, bytes));
    return PartitionBins.of(spec.partitionType(), partitions, perBin);
  }

  private EncryptedOutputFile newFile() {
    TableOperations operations = ((HasTableOperations) table).operations();
    String name = id + "-m" + written++ + ".avro";
    return table
        .encryption()
        .encrypt(table.io().newOutputFile(operations.metadataFileLocation(name)));
  }
}
