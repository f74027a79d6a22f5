/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.expiry;

import java.util.HashSet;
import java.util.Set;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.ManifestContent;
import org.apache.iceberg.ManifestFile;

/** Files that expired snapshots held, and of which none is known to be live. */
final class Candidates {
  private static final int BYTES_EACH = 400;

  private final long limit;
  private final Set<String> locations = new HashSet<>();
  private final Set<ManifestContent> contents = new HashSet<>();
  private long oldest = Long.MAX_VALUE;

  Candidates(long memory) {
    this.limit = Math.max(1_000, memory / BYTES_EACH);
  }

  Set<String> locations() {
    return locations;
  }

  void clear() {
    locations.clear();
    contents.clear();
    oldest = Long.MAX_VALUE;
  }

  boolean isFull() {
    return locations.size() >= limit;
  }

  boolean isEmpty() {
    return locations.isEmpty();
  }

  void add(ManifestContent content, ContentFile<?> file) {
    locations.add(file.location());
    contents.add(content);
    Long sequence = file.fileSequenceNumber();
    oldest = Math.min(oldest, sequence == null ? 0 : sequence);
  }

  void remove(ContentFile<?> file) {
    locations.remove(file.location());
  }

  /**
   * Whether a manifest may list one of them. None lists files that were added after it was written,
   * where sequence numbers tell (format 2 and later).
   */
  boolean mayBeIn(ManifestFile manifest) {
    boolean writtenBefore = manifest.sequenceNumber() > 0 && manifest.sequenceNumber() < oldest;
    return !locations.isEmpty() && contents.contains(manifest.content()) && !writtenBefore;
  }
}
