/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.orphans;

import java.util.List;
import org.apache.iceberg.catalog.TableIdentifier;

/** The tables of a catalog, and where they keep their files. Thread-safe. */
public interface Neighbours {
  /**
   * All tables that there are.
   *
   * @throws RuntimeException the catalog could not be asked
   */
  Known known();

  /**
   * A table's folders.
   *
   * @param uuid of the table
   * @param folders under which its files may lie
   */
  record Neighbour(TableIdentifier name, String uuid, List<String> folders) {
    public Neighbour {
      folders = List.copyOf(folders);
    }
  }

  /**
   * What is known of the tables of the catalog.
   *
   * @param unreadable tables that are listed and cannot be loaded
   */
  record Known(List<Neighbour> tables, List<TableIdentifier> unreadable) {
    public Known {
      tables = List.copyOf(tables);
      unreadable = List.copyOf(unreadable);
    }
  }
}
