/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.plan;

import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.FileScanTask;

/**
 * Packs files into groups of about the same size, in their order. Pure.
 *
 * @param maxBytes of a group; a larger file is a group of its own
 * @param maxFiles of a group
 */
record GroupPacker(long maxBytes, long maxFiles) {

  List<List<FileScanTask>> pack(List<FileScanTask> files) {
    long total = bytes(files);
    long groups = Math.max(1, (total + maxBytes - 1) / maxBytes);
    long even = total / groups;
    List<List<FileScanTask>> packed = new ArrayList<>();
    List<FileScanTask> open = new ArrayList<>();
    long openBytes = 0;
    for (FileScanTask file : files) {
      long size = file.file().fileSizeInBytes();
      boolean full = openBytes + size > maxBytes || open.size() >= maxFiles;
      if (!open.isEmpty() && (full || openBytes >= even)) {
        packed.add(open);
        open = new ArrayList<>();
        openBytes = 0;
      }
      open.add(file);
      openBytes += size;
    }
    if (!open.isEmpty()) {
      packed.add(open);
    }
    return packed;
  }

  static long bytes(List<FileScanTask> files) {
    return files.stream().mapToLong(task -> task.file().fileSizeInBytes()).sum();
  }

  /**
   * How large the files of a group should become so that none is left much smaller than the others.
   */
  static long targetOf(long groupBytes, long targetBytes) {
    long files = Math.max(1, Math.round((double) groupBytes / targetBytes));
    return Math.max(targetBytes, groupBytes / files + groupBytes / files / 10);
  }
}
