/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.gain;

import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;

/** How many files a table consists of, from the summary of its newest snapshot. */
record Layout(long dataFiles, long deleteFiles, long megabytes, long manifests) {
  static Layout of(Table table) {
    Snapshot head = table.currentSnapshot();
    return new Layout(
        total(head, "total-data-files"),
        total(head, "total-delete-files"),
        total(head, "total-files-size") >> 20,
        head.allManifests(table.io()).size());
  }

  private static long total(Snapshot head, String key) {
    return Long.parseLong(head.summary().getOrDefault(key, "0"));
  }
}
