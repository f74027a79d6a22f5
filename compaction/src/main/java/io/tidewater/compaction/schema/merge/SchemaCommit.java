/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.merge;

import io.tidewater.compaction.commit.Patience;
import java.util.Optional;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.CommitStateUnknownException;

/**
 * Commits the end of a merge: names, what the table remembers of its fields, and how far it is
 * filled, at once, and only on the columns that were planned for.
 */
final class SchemaCommit {
  private static final int ATTEMPTS = 10;

  private final Table table;
  private final MergePlan plan;
  private final Patience patience;

  SchemaCommit(Table table, MergePlan plan, Patience patience) {
    this.table = table;
    this.plan = plan;
    this.patience = patience;
  }

  /**
   * Returns false if the columns are others by now. An answer that got lost is asked for again:
   * names that are swapped already are not swapped back, because ids tell which is which.
   */
  boolean commit(Optional<MergedThrough> through) {
    for (int attempt = 1; ; attempt++) {
      Transaction transaction = table.newTransaction();
      Optional<MergePlan> now = plan.now(transaction.table());
      if (now.isEmpty() || now.get().obstacle(table).isPresent()) {
        return false;
      }
      try {
        add(transaction, now.get().family(), through);
        return true;
      } catch (CommitFailedException | CommitStateUnknownException e) {
        if (attempt >= ATTEMPTS) {
          throw e;
        }
        patience.await(attempt);
        table.refresh();
      }
    }
  }

  private static void add(
      Transaction transaction, ColumnFamily family, Optional<MergedThrough> through) {
    NameSwap.addTo(transaction, family);
    through.ifPresent(
        filled -> {
          String property = filled.with(transaction.table(), family.merged().fieldId());
          transaction.updateProperties().set(MergedThrough.PROPERTY, property).commit();
        });
    transaction.commitTransaction();
  }
}
