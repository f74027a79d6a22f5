/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.verify;

import io.tidewater.examples.table.Head;
import io.tidewater.examples.table.TableCatalog;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Follows the head of a table's branch until a deadline. A head with fewer rows than wanted is
 * passed over without reading it, as long as there is time for a better one.
 */
final class HeadWatch {
  private static final long NOTHING = -1;

  private final TableCatalog catalog;
  private final String table;
  private final String branch;
  private final Deadline deadline;
  private OptionalLong seen = OptionalLong.of(NOTHING);

  HeadWatch(TableCatalog catalog, String table, String branch, Deadline deadline) {
    this.catalog = catalog;
    this.table = table;
    this.branch = branch;
    this.deadline = deadline;
  }

  /**
   * The next head worth reading; empty once time is up and the latest one was given before.
   *
   * @param wanted the rows that a complete table would have at least
   */
  Optional<Head> next(LongSupplier wanted) {
    while (true) {
      Optional<Head> head = catalog.find(table, branch);
      Optional<Head> unseen = head.filter(found -> !found.snapshotId().equals(seen));
      if (deadline.hasPassed()) {
        return given(head.isPresent() ? unseen : Optional.of(catalog.head(table, branch)));
      }
      if (unseen.filter(found -> found.rows() >= wanted.getAsLong()).isPresent()) {
        return given(unseen);
      }
      deadline.pause();
    }
  }

  private Optional<Head> given(Optional<Head> head) {
    head.ifPresent(found -> seen = found.snapshotId());
    return head;
  }
}
