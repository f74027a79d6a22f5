/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.drift;

/** The snapshot that a job planned on is no ancestor of the head any more, or nobody can tell. */
public final class PlanLostException extends RuntimeException {
  PlanLostException(String table, long planned, long head) {
    super(
        "Snapshot "
            + planned
            + ", on which the job was planned, is not among the known ancestors of the head "
            + head
            + " of table "
            + table
            + ": it was rolled back or has expired. The work is given up and planned anew.");
  }
}
