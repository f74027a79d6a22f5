/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

/** What a column holds where the input stores nothing for it. */
sealed interface Fill {
  /** Null stays null. */
  record Nothing() implements Fill {}

  /** One and the same number. */
  record Constant(long value) implements Fill {}

  /** The row's position in the input, counted from here. */
  record Position(long first) implements Fill {}
}
