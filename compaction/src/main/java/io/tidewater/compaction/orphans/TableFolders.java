/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.orphans;

import io.tidewater.compaction.storage.StateFolder;
import io.tidewater.compaction.storage.StorePath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;

/** The folders under which a table's files lie: its location, and others that properties name. */
final class TableFolders {
  private static final List<String> PROPERTIES =
      List.of(
          TableProperties.WRITE_DATA_LOCATION,
          // Older names of the same.
          "write.object-storage.path",
          "write.folder-storage.path");

  private TableFolders() {}

  /** All of them, each with a slash at its end, none inside another. */
  static List<String> of(Table table) {
    Set<String> folders = new LinkedHashSet<>();
    folders.add(slashed(table.location()));
    folders.add(slashed(StateFolder.metadata(table)));
    for (String property : PROPERTIES) {
      String folder = table.properties().get(property);
      if (folder != null && !folder.isBlank()) {
        folders.add(slashed(folder));
      }
    }
    List<String> outermost = new ArrayList<>();
    for (String folder : folders) {
      if (folders.stream().noneMatch(other -> isInside(folder, other))) {
        outermost.add(folder);
      }
    }
    return outermost;
  }

  private static boolean isInside(String folder, String other) {
    StorePath inner = StorePath.of(folder);
    StorePath outer = StorePath.of(other);
    return !folder.equals(other)
        && inner.scheme().equals(outer.scheme())
        && inner.authority().equals(outer.authority())
        && inner.path().length() > outer.path().length()
        && inner.path().startsWith(outer.path());
  }

  private static String slashed(String folder) {
    return folder.endsWith("/") ? folder : folder + "/";
  }
}
