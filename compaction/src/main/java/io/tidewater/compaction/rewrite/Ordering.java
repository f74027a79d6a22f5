/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite;

import java.io.Serializable;
import java.util.List;

/** How the rows of new files are ordered. */
public sealed interface Ordering extends Serializable {
  /** As they stood, one input after the other. */
  record AsTheyStood() implements Ordering {}

  /** By a sort order of the table. */
  record Sorted(int sortOrderId) implements Ordering {}

  /**
   * Along a Z-curve through some columns, so that filters on any of them prune.
   *
   * @param columns names of columns of primitive types
   */
  record Zorder(List<String> columns) implements Ordering {
    public Zorder {
      columns = List.copyOf(columns);
    }
  }
}
