/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.source;

import org.apache.iceberg.Table;

/** What a look at a table found. */
public sealed interface Look {
  /** It is as it was. */
  record Unchanged() implements Look {}

  /** It is not there. */
  record Gone() implements Look {}

  /**
   * It has changed, or had to be loaded.
   *
   * @param table a handle of the looker's own
   * @param mark says which state of the table this is, to whoever asks again
   */
  record Loaded(Table table, String mark) implements Look {}
}
