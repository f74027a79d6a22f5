/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.orphans;

import io.tidewater.compaction.storage.SameStore;
import io.tidewater.compaction.storage.StorePath;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.catalog.TableIdentifier;

/** Whether the folders of a table are its own. */
final class Territory {
  private final TableIdentifier name;
  private final String uuid;
  private final List<String> folders;
  private final SameStore stores;

  Territory(TableIdentifier name, String uuid, List<String> folders, SameStore stores) {
    this.name = name;
    this.uuid = uuid;
    this.folders = List.copyOf(folders);
    this.stores = stores;
  }

  /** Why files in the folders may be another table's; empty if they are not. */
  Optional<String> dispute(Neighbours.Known known, OrphanOptions.Unreadable unreadable) {
    Optional<String> root = folders.stream().filter(Territory::isRoot).findFirst();
    if (root.isPresent()) {
      return Optional.of(
          root.get()
              + " is the root of a storage, which no table has for itself: give the table a"
              + " folder of its own");
    }
    if (unreadable == OrphanOptions.Unreadable.REFUSE) {
      Optional<TableIdentifier> dark =
          known.unreadable().stream().filter(other -> !other.equals(name)).findFirst();
      if (dark.isPresent()) {
        return Optional.of(
            "table "
                + dark.get()
                + " cannot be loaded, so nobody knows whether its files lie here: repair or drop"
                + " it, or set "
                + OrphanOptions.UNREADABLE_NEIGHBOURS
                + "=ignore");
      }
    }
    return known.tables().stream()
        .filter(other -> !other.name().equals(name))
        .flatMap(other -> dispute(other).stream())
        .findFirst();
  }

  private Optional<String> dispute(Neighbours.Neighbour other) {
    if (other.uuid().equals(uuid)) {
      return Optional.of(
          "table "
              + other.name()
              + " is the same table under another name (uuid "
              + uuid
              + "), with metadata of its own that may name other files: drop one of the two"
              + " without purging");
    }
    for (String ours : folders) {
      for (String theirs : other.folders()) {
        if (stores.overlap(StorePath.of(ours), StorePath.of(theirs))) {
          return Optional.of(
              "folder "
                  + ours
                  + " is shared with table "
                  + other.name()
                  + ", which keeps files in "
                  + theirs
                  + ": move one of the two tables to a folder of its own");
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isRoot(String folder) {
    return StorePath.of(folder).path().equals("/");
  }
}
