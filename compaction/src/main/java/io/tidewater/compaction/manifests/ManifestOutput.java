/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestWriter;
import org.jspecify.annotations.Nullable;

/** Writes entries to a manifest, and begins another when one has grown to size. */
final class ManifestOutput<F extends ContentFile<F>> {
  /** How often the size is looked at. */
  private static final int ENTRIES = 100;

  private final Supplier<ManifestWriter<F>> writers;
  private final long targetSize;
  private final List<ManifestFile> written = new ArrayList<>();
  private @Nullable ManifestWriter<F> writer;
  private long entries;

  ManifestOutput(Supplier<ManifestWriter<F>> writers, long targetSize) {
    this.writers = writers;
    this.targetSize = targetSize;
  }

  void write(F file, long addedBy) {
    ManifestWriter<F> open = writer == null ? writers.get() : writer;
    writer = open;
    open.existing(file, addedBy, orZero(file.dataSequenceNumber()), file.fileSequenceNumber());
    if (++entries % ENTRIES == 0 && open.length() >= targetSize) {
      finish();
    }
  }

  /** Closes the last one, and returns all. */
  List<ManifestFile> finish() {
    if (writer != null) {
      try {
        writer.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      written.add(writer.toManifestFile());
      writer = null;
    }
    return written;
  }

  private static long orZero(@Nullable Long sequenceNumber) {
    return sequenceNumber == null ? 0 : sequenceNumber;
  }
}
