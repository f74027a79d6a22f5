/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.manifests;

import java.time.Duration;
import org.apache.iceberg.ManifestContent;

/**
 * A manifest, as far as the choice of those to rewrite looks at it.
 *
 * @param path where it is
 * @param group manifests are only rewritten together with others of their group
 * @param length bytes
 * @param files live files that it lists
 * @param age how long ago it was written
 * @param range the partitions that it spans
 */
record ManifestShape(String path, Group group, long length, long files, Duration age, Range range) {

  /** Manifests of one content and one partition spec. */
  record Group(ManifestContent content, int specId) {}

  /**
   * Partitions in order of their first field, as ranks among all bounds of the group. One that
   * spans a single value, or a table without partitions, has equal bounds.
   */
  record Range(int lower, int upper) {
    static final Range NONE = new Range(0, 0);

    boolean isWide() {
      return lower < upper;
    }
  }
}
