/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.task;

/** The kinds of maintenance, in the order in which they help each other on one table. */
public enum TaskKind {
  /** Brings the table's schema to what the registry says, and values into changed columns. */
  SCHEMA,
  /** Takes out rows that have outlived their time. */
  ROW_TTL,
  /** Takes out all that is stored of some keys. */
  ERASE,
  /** Turns equality deletes into deletion vectors or position deletes. */
  CONVERT_DELETES,
  /** Writes data files anew: fewer, larger, sorted, without deleted rows. */
  REWRITE,
  /** Packs deletion vectors and position deletes together, and drops dangling ones. */
  REPACK_DELETES,
  /** Writes manifests anew, clustered by partition. */
  MANIFESTS,
  /** Sets table properties that keep the table's metadata files small and few. */
  METADATA,
  /** Forgets old snapshots and deletes what only they held. */
  EXPIRE,
  /** Deletes files that no metadata names. */
  ORPHANS,
  /** Computes statistics of partitions and columns. */
  STATISTICS
}
