/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.expiry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.ManifestContent;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ManifestReader;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotParser;
import org.apache.iceberg.io.FileIO;

/** Reads which files manifests list as live. */
final class ManifestContents {
  private static final List<String> COLUMNS = List.of("file_path");

  private final FileIO io;
  private final Map<Integer, PartitionSpec> specs;

  ManifestContents(FileIO io, Map<Integer, PartitionSpec> specs) {
    this.io = io;
    this.specs = specs;
  }

  /** The manifests of a snapshot. The snapshot itself would remember them as long as it lives. */
  static List<ManifestFile> list(Snapshot snapshot, FileIO io) {
    return SnapshotParser.fromJson(SnapshotParser.toJson(snapshot)).allManifests(io);
  }

  /** Visits the live files; what is visited is only valid while it is. */
  void visit(ManifestFile manifest, Consumer<ContentFile<?>> visitor) {
    if (manifest.content() == ManifestContent.DATA) {
      visit(ManifestFiles.read(manifest, io, specs), visitor);
    } else {
      visit(ManifestFiles.readDeleteManifest(manifest, io, specs), visitor);
    }
  }

  private static <F extends ContentFile<F>> void visit(
      ManifestReader<F> reader, Consumer<ContentFile<?>> visitor) {
    try (reader) {
      reader.select(COLUMNS).forEach(visitor);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
