/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

import io.tidewater.format.ledger.TableHistory.PropertyLedger;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotUpdate;

/** The two places where a ledger stands: the summary of a snapshot, and a table property. */
public final class LedgerSummary {
  /** Snapshot summary: the ledger, in its JSON form. */
  public static final String LEDGER = "tidewater.ledger";

  /** Snapshot summary: id of the commit, by which an ambiguous one is found again. */
  public static final String COMMIT_ID = "tidewater.commit-id";

  private LedgerSummary() {}

  /** The ledger that a snapshot carries, if any. */
  public static Optional<Ledger> ledger(Snapshot snapshot) {
    return Optional.ofNullable(snapshot.summary().get(LEDGER)).map(LedgerJson::readLedger);
  }

  /** The id of the commit that made a snapshot, if it was one of this format. */
  public static Optional<String> commitId(Snapshot snapshot) {
    return Optional.ofNullable(snapshot.summary().get(COMMIT_ID));
  }

  /**
   * Writes a ledger into the summary of a snapshot in the making. Maintenance calls it with the
   * ledger of the head it works on, and so carries it forward.
   */
  public static void stamp(SnapshotUpdate<?> update, Ledger ledger) {
    update.set(LEDGER, LedgerJson.write(ledger));
  }

  /** Name of the table property that holds the ledger of a branch. */
  public static String propertyName(String branch) {
    return "tidewater.ledger." + branch;
  }

  /**
   * The snapshot that the ledger property of a branch was written with. While that snapshot exists,
   * readers can tell a property that was rolled back from one whose snapshot has expired, so it
   * must not expire before a later carrier stands on the branch.
   */
  public static Optional<Long> propertySnapshot(
      Map<String, String> tableProperties, String branch) {
    return Optional.ofNullable(tableProperties.get(propertyName(branch)))
        .map(text -> LedgerJson.readProperty(text).snapshotId());
  }

  static String propertyValue(PropertyLedger property) {
    return LedgerJson.write(property);
  }
}
