/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.util.SnapshotUtil;
import org.jspecify.annotations.Nullable;

/**
 * The history of one branch of an Iceberg table, as its metadata stood when the table was last
 * refreshed. A branch that does not exist yet has the history of the main branch, from which the
 * first commit to it will fork.
 */
final class IcebergTableHistory implements TableHistory {
  private final Table table;
  private final String branch;
  private final Optional<String> soleTopic;

  /**
   * @param soleTopic the topic that all rows come from, where they do not name it themselves
   */
  IcebergTableHistory(Table table, String branch, Optional<String> soleTopic) {
    this.table = table;
    this.branch = branch;
    this.soleTopic = soleTopic;
  }

  @Override
  public Iterable<Ancestor> ancestors() {
    Snapshot head = head();
    if (head == null) {
      return List.of();
    }
    List<Ancestor> ancestors = new ArrayList<>();
    for (Snapshot snapshot : SnapshotUtil.ancestorsOf(head.snapshotId(), table::snapshot)) {
      Optional<Ledger> ledger = LedgerSummary.ledger(snapshot);
      ancestors.add(new Ancestor(snapshot.snapshotId(), snapshot.parentId() == null, ledger));
      if (ledger.isPresent()) {
        break;
      }
    }
    return ancestors;
  }

  @Override
  public Optional<PropertyLedger> property() {
    return Optional.ofNullable(table.properties().get(LedgerSummary.propertyName(branch)))
        .map(LedgerJson::readProperty);
  }

  @Override
  public boolean hasSnapshot(long snapshotId) {
    return table.snapshot(snapshotId) != null;
  }

  @Override
  public Optional<Ledger> toldByRows() {
    Optional<PropertyLedger> property = property();
    if (property.isPresent() && !property.get().toldByRows()) {
      return Optional.empty();
    }
    Snapshot head = head();
    return OffsetColumns.of(table.schema())
        .flatMap(
            columns ->
                new RowOffsets(table, columns)
                    .ledger(head, property.map(PropertyLedger::ledger), soleTopic));
  }

  private @Nullable Snapshot head() {
    return BranchHead.of(table, branch);
  }
}
