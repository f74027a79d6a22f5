/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

/** Who, besides the writers of the ledger, has put snapshots on a branch. */
public enum ForeignRows {
  /** Nobody. */
  NONE,
  /** The Apache Iceberg sink: its consumer group knows how far it came. */
  APACHE_SINK,
  /** Somebody else. */
  OTHER
}
