/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.commit;

import io.tidewater.compaction.commit.Change.Attempt;
import io.tidewater.format.ledger.LedgerRolledBackException;
import io.tidewater.format.ledger.TableLedger;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotUpdate;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.ValidationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits maintenance to a branch beside other writers. Each attempt is decided on the head that it
 * replaces, and lands on no other: whatever came in between is seen by the {@link Change} before it
 * counts. The ledger of that head goes with it. An answer that got lost is looked up by the
 * commit's id, and nothing is ever cleaned up after it.
 *
 * <p>For one thread, with a handle of the table that nobody else refreshes.
 */
public final class BranchCommitter {
  private static final Logger LOG = LoggerFactory.getLogger(BranchCommitter.class);
  private static final int ATTEMPTS = 30;
  private static final int LOST_ANSWERS = 5;

  private final Table table;
  private final String branch;
  private final Supplier<UUID> ids;
  private final Patience patience;
  private int lostAnswers;

  public BranchCommitter(Table table, String branch, Supplier<UUID> ids, Patience patience) {
    this.table = table;
    this.branch = branch;
    this.ids = ids;
    this.patience = patience;
  }

  /**
   * Commits a change, trying anew on each head that others put before it.
   *
   * @throws CommitUnknownException nobody knows whether it landed
   * @throws RuntimeException what the change threw, or the catalog's refusal; it has not landed
   */
  public CommitResult commit(Change change) {
    String commitId = ids.get().toString();
    lostAnswers = 0;
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      table.refresh();
      Optional<CommitResult> landed = landed(commitId);
      if (landed.isPresent()) {
        return landed.get();
      }
      Snapshot head = table.snapshot(branch);
      if (head == null) {
        return new CommitResult.GivenUp("branch " + branch + " has no snapshot");
      }
      Attempt decided = change.on(head);
      if (decided instanceof Attempt.GiveUp giveUp) {
        return new CommitResult.GivenUp(giveUp.reason());
      }
      if (swap(commitId, decided)) {
        return landed(commitId).orElseThrow();
      }
      patience.await(attempt);
    }
    table.refresh();
    return landed(commitId)
        .orElseGet(
            () -> new CommitResult.GivenUp("others came first " + ATTEMPTS + " times in a row"));
  }

  /** Returns false if it did not land, or if the next look has to tell. */
  private boolean swap(String commitId, Attempt decided) {
    TableLedger ledger = new TableLedger(table, branch, Optional.empty());
    try {
      if (decided instanceof Attempt.Commit<?> commit) {
        carry(ledger, commitId, commit);
      } else if (decided instanceof Attempt.RemoveRows<?> removal) {
        remove(ledger, commitId, removal);
      }
      return true;
    } catch (CommitFailedException | ValidationException e) {
      LOG.debug("another commit came first table={} commitId={}", table.name(), commitId, e);
      return false;
    } catch (LedgerRolledBackException e) {
      throw e;
    } catch (RuntimeException e) {
      return lookUp(commitId, e);
    }
  }

  private boolean lookUp(String commitId, RuntimeException failure) {
    LOG.warn(
        "outcome unknown, looking it up table={} commitId={} cause={}",
        table.name(),
        commitId,
        failure.toString());
    try {
      table.refresh();
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
      throw new CommitUnknownException(table.name(), commitId, failure);
    }
    if (landed(commitId).isPresent()) {
      return true;
    }
    // The request may still be under way. It asks for the same head as the next attempt, so that
    // only one of the two can land.
    if (++lostAnswers >= LOST_ANSWERS) {
      throw new CommitUnknownException(table.name(), commitId, failure);
    }
    return false;
  }

  private Optional<CommitResult> landed(String commitId) {
    return new TableLedger(table, branch, Optional.empty())
        .landed(commitId)
        .map(snapshot -> new CommitResult.Landed(snapshot.snapshotId()));
  }

  private static <U extends SnapshotUpdate<U>> void carry(
      TableLedger ledger, String commitId, Attempt.Commit<U> commit) {
    ledger.carry(commitId, commit.build());
  }

  private static <U extends SnapshotUpdate<U>> void remove(
      TableLedger ledger, String commitId, Attempt.RemoveRows<U> removal) {
    ledger.carryWithoutRows(commitId, removal.build());
  }
}
