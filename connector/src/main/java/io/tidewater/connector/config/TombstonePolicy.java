/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

/** What becomes of a record without a value. */
public enum TombstonePolicy {
  /** A row of nulls, with its metadata. */
  KEEP,
  /** The same, with the column {@code _kafka_deleted} true. */
  SOFT_DELETE,
  /** The rows of its key that came before it are deleted. */
  DELETE,
  /** It is a bad record. */
  DEAD_LETTER,
  /** The table stops. */
  FAIL
}
