/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.erase;

import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;

/** What else who accounts for a request should know: where values can stand that are no rows. */
final class EraseNotes {
  private EraseNotes() {}

  static List<String> of(Table table) {
    List<String> notes = new ArrayList<>();
    long removing = 0;
    for (Snapshot snapshot : table.snapshots()) {
      for (ManifestFile manifest : snapshot.allManifests(table.io())) {
        Integer deleted = manifest.deletedFilesCount();
        removing += deleted == null || deleted > 0 ? 1 : 0;
      }
    }
    if (removing > 0) {
      notes.add(
          "Manifests that tell of removed files keep the bounds of their columns, which can be a"
              + " value of a key, until they are written anew: "
              + removing
              + " in the snapshots that there are.");
    }
    if (!table.statisticsFiles().isEmpty()) {
      notes.add(
          "Sketches of columns in "
              + table.statisticsFiles().size()
              + " Puffin files hold hashes of values, until they are computed anew.");
    }
    if (table.properties().containsKey(TableProperties.WRITE_PARTITION_SUMMARY_LIMIT)) {
      notes.add(
          "Summaries of snapshots tell values of partitions, and metadata files keep them as long"
              + " as they are kept themselves.");
    }
    notes.add(
        "Files that no snapshot ever named, of writers and jobs that were interrupted, may hold"
            + " rows of the keys until the removal of orphans deletes them.");
    notes.add("The topic may hold the records still, and a new sink would bring them back.");
    return notes;
  }
}
