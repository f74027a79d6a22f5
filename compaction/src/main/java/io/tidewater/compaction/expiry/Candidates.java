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

  Candidates(long memory) {
    this.limit = Math.max(1_000, memory / BYTES_EACH);
  }

  Set<String> locations() {
    return locations;
  }

  void clear() {
    locations.clear();
    contents.clear();
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
  }

  void remove(ContentFile<?> file) {
    locations.remove(file.location());
  }

  /**
   * Whether a manifest may list one of them. Sequence numbers do not tell: a cherry-pick lists a
   * file anew under a later one than the snapshot that it was picked from.
   */
  boolean mayBeIn(ManifestFile manifest) {
    return !locations.isEmpty() && contents.contains(manifest.content());
  }
}
