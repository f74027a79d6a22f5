/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.FileScanTask;

/**
 * Data files of one partition that are written anew together, with the deletes that apply to them.
 *
 * @param id unique within a plan
 * @param inputs whole files, in the order in which their rows are to stand where nothing sorts them
 * @param outputSpecId the partition spec of the new files
 * @param dataSequenceNumber of the snapshot that it was planned on: later deletes apply to the new
 *     files, earlier ones are applied while writing
 * @param targetBytes size of the new files, roughly
 * @param ordering how rows are ordered
 */
public record FileGroup(
    int id,
    List<FileScanTask> inputs,
    int outputSpecId,
    long dataSequenceNumber,
    long targetBytes,
    Ordering ordering)
    implements Serializable {
  public FileGroup {
    // A list that Java serializes.
    inputs = new ArrayList<>(inputs);
  }

  public long inputBytes() {
    return inputs.stream().mapToLong(task -> task.file().fileSizeInBytes()).sum();
  }
}
