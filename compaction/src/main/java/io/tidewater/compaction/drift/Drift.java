/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.drift;

import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;

/**
 * What has changed on a branch between the snapshot that a job was planned on and a head. Whatever
 * came and went in between is not told.
 *
 * @param addedFiles data files that are live on the head, and were not; with their data sequence
 *     numbers, which for those of rewrites are older than their snapshots
 * @param removedFiles data files that were live, and are not on the head
 * @param addedDeletes delete files that are live on the head, and were not
 * @param removedDeletes delete files that were live, and are not on the head
 */
public record Drift(
    List<DataFile> addedFiles,
    List<DataFile> removedFiles,
    List<DeleteFile> addedDeletes,
    List<DeleteFile> removedDeletes) {
  /** Nothing. */
  public static final Drift NONE = new Drift(List.of(), List.of(), List.of(), List.of());

  public Drift {
    addedFiles = List.copyOf(addedFiles);
    removedFiles = List.copyOf(removedFiles);
    addedDeletes = List.copyOf(addedDeletes);
    removedDeletes = List.copyOf(removedDeletes);
  }
}
