/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.commit;

import java.util.function.Function;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotUpdate;
import org.apache.iceberg.Transaction;

/** A snapshot in the making. It is decided anew for each head that it is tried on. */
@FunctionalInterface
public interface Change {
  /**
   * Decides what to commit on a head. The table has just been refreshed, and the head is that of
   * the maintained branch.
   *
   * @throws RuntimeException ends the commit, with nothing committed
   */
  Attempt on(Snapshot head);

  /** What to commit on one head. */
  sealed interface Attempt {
    /**
     * A new snapshot with the same rows.
     *
     * @param build adds the update to the transaction and returns it, not yet committed
     */
    record Commit<U extends SnapshotUpdate<U>>(Function<Transaction, U> build) implements Attempt {}

    /** A new snapshot that takes rows away for good. */
    record RemoveRows<U extends SnapshotUpdate<U>>(Function<Transaction, U> build)
        implements Attempt {}

    /** Nothing. */
    record GiveUp(String reason) implements Attempt {}
  }
}
