/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.pin;

/** A snapshot that a job needs has expired. */
public final class SnapshotLostException extends RuntimeException {
  SnapshotLostException(String table, long snapshotId) {
    super(
        "Snapshot "
            + snapshotId
            + " of table "
            + table
            + " has expired. The job has to start again from a snapshot that the table still has.");
  }
}
