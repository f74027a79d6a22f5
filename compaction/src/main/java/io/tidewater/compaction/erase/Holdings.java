/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.erase;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.DeleteFile;

/**
 * What of a table holds keys.
 *
 * @param dataFiles locations of data files in which rows of the keys are stored, deleted or not
 * @param equalityDeletes equality delete files that name the keys, by location
 * @param partly equality delete files that name a part of the columns of a key
 * @param snapshots ids of snapshots that hold any of them
 */
record Holdings(
    Set<String> dataFiles,
    Map<String, DeleteFile> equalityDeletes,
    Set<String> partly,
    Set<Long> snapshots) {
  Holdings() {
    this(new HashSet<>(), new HashMap<>(), new HashSet<>(), new HashSet<>());
  }

  /** All files that have to go. */
  Set<String> files() {
    Set<String> files = new HashSet<>(dataFiles);
    files.addAll(equalityDeletes.keySet());
    return files;
  }
}
