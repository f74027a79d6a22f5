/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.plan;

/** Why files of a partition are rewritten. */
public enum Trigger {
  /** They are small. */
  SMALL,
  /** Many of their rows are deleted. */
  DELETES,
  /** They do not have the table's sort order. */
  UNSORTED,
  /** Too many of them overlap. */
  OVERLAP,
  /** They are partitioned by an older spec. */
  OLD_SPEC
}
