/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestReader;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.avro.Avro;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.avro.PlannedDataReader;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.types.Types;
import org.jspecify.annotations.Nullable;

/**
 * Reads the live entries of manifests, each with the snapshot that added its file. The library's
 * reader tells the files, with all that they inherit, but keeps that snapshot to itself; so it is
 * read beside, from the same entries in the same order.
 */
final class LiveEntries<F extends ContentFile<F>> {
  private static final int DELETED = 2;
  private static final Schema STATUS_AND_SNAPSHOT =
      new Schema(
          Types.NestedField.required(0, "status", Types.IntegerType.get()),
          Types.NestedField.optional(1, "snapshot_id", Types.LongType.get()));

  private final FileIO io;
  private final Map<Integer, PartitionSpec> specs;
  private final Opening<F> opening;

  LiveEntries(FileIO io, Map<Integer, PartitionSpec> specs, Opening<F> opening) {
    this.io = io;
    this.specs = specs;
    this.opening = opening;
  }

  /** Opens a manifest of data or of deletes. */
  @FunctionalInterface
  interface Opening<F extends ContentFile<F>> {
    ManifestReader<F> open(ManifestFile manifest, FileIO io, Map<Integer, PartitionSpec> specs);
  }

  /** Takes a live file, and the snapshot that added it. */
  @FunctionalInterface
  interface Visitor<F> {
    void visit(F file, long addedBy);
  }

  /** Visits only what tells the partitions of the files. */
  void visitPartitions(ManifestFile manifest, Visitor<F> visitor) {
    try (ManifestReader<F> files = opening.open(manifest, io, specs)) {
      files.select(List.of("partition")).forEach(file -> visitor.visit(file, 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void visit(ManifestFile manifest, Visitor<F> visitor) {
    try (ManifestReader<F> files = opening.open(manifest, io, specs);
        CloseableIterable<Record> entries =
            Avro.read(io.newInputFile(manifest))
                .project(STATUS_AND_SNAPSHOT)
                .createResolvingReader(PlannedDataReader::create)
                .build()) {
      Iterator<Record> live = CloseableIterable.filter(entries, LiveEntries::isLive).iterator();
      for (F file : files) {
        visitor.visit(file, addedBy(live.next(), manifest));
      }
      if (live.hasNext()) {
        throw new IllegalStateException(
            "manifest " + manifest.path() + " has live entries that its reader leaves out");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isLive(Record entry) {
    return (Integer) entry.get(0) != DELETED;
  }

  private static long addedBy(Record entry, ManifestFile manifest) {
    @Nullable Long explicit = (Long) entry.get(1);
    return explicit == null ? manifest.snapshotId() : explicit;
  }
}
