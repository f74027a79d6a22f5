/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

/** What becomes of a field whose values do not go into its column, however that is widened. */
public enum ConflictPolicy {
  /** The table stops, until somebody has decided. The default. */
  FAIL,
  /** Records that have a value there become dead letters. */
  DEAD_LETTER,
  /**
   * They get a column of their own type beside the one they do not fit: {@code amount__v2}, then
   * {@code amount__v3}. A field's values go into the first of them that takes its type, so that
   * writers of both types may go on.
   */
  NEW_COLUMN,
  /**
   * The column steps aside as {@code amount__v1}, and a column of text takes its name and the
   * values of all later records. A column that rows are identified, partitioned or sorted by stays,
   * and the conflict with it.
   */
  WIDEN_TO_STRING
}
