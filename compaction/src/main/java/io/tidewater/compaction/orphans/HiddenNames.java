/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.orphans;

import java.util.HashSet;
import java.util.Set;
import org.apache.iceberg.PartitionField;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;

/**
 * Which files of a folder are hidden: of a name, or in a folder of a name, that begins with a dot
 * or an underscore. They are other programs' notes, and left alone. Folders of partitions are not
 * hidden, even of a column such as {@code _kafka_partition}; nor is a checksum {@code .name.crc},
 * which belongs to the file {@code name}.
 */
final class HiddenNames {
  private final Set<String> partitionFolders = new HashSet<>();

  HiddenNames(Table table) {
    for (PartitionSpec spec : table.specs().values()) {
      for (PartitionField field : spec.fields()) {
        partitionFolders.add(field.name() + "=");
      }
    }
  }

  /**
   * @param relative a path from the folder on
   */
  boolean isHidden(String relative) {
    int start = 0;
    while (start < relative.length()) {
      int end = relative.indexOf('/', start);
      String segment = end < 0 ? relative.substring(start) : relative.substring(start, end);
      if (isHiddenName(segment) && !isPartition(segment)) {
        return true;
      }
      if (end < 0) {
        return false;
      }
      start = end + 1;
    }
    // Nothing after the last slash: the marker of a folder.
    return true;
  }

  /** The location of the file that a checksum belongs to; of others, their own. */
  static String owner(String location) {
    int slash = location.lastIndexOf('/');
    String name = location.substring(slash + 1);
    return name.startsWith(".") && name.endsWith(".crc") && name.length() > 5
        ? location.substring(0, slash + 1) + name.substring(1, name.length() - 4)
        : location;
  }

  private boolean isPartition(String segment) {
    int equals = segment.indexOf('=');
    return equals > 0 && partitionFolders.contains(segment.substring(0, equals + 1));
  }

  private static boolean isHiddenName(String segment) {
    return segment.startsWith("_") || segment.startsWith(".");
  }
}
