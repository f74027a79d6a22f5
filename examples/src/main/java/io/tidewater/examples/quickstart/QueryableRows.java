/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.quickstart;

import io.tidewater.examples.progress.Progress;
import io.tidewater.examples.table.Head;
import io.tidewater.examples.table.TableCatalog;
import io.tidewater.examples.verify.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Watches a table grow, from outside, as any reader of the catalog would. */
final class QueryableRows {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final TableCatalog catalog;
  private final Supplier<Optional<String>> failure;
  private final InstantSource clock;
  private final Pause pause;

  /**
   * A watch that has not begun.
   *
   * @param failure what has gone wrong with the connector, if something has
   */
  QueryableRows(
      TableCatalog catalog, Supplier<Optional<String>> failure, InstantSource clock, Pause pause) {
    this.catalog = catalog;
    this.failure = failure;
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * Returns when so many rows can be queried.
   *
   * @throws IllegalStateException if the connector fails, or the table grows no more
   */
  void await(String table, long wanted, Progress queryable) {
    long latest = -1;
    Instant grown = clock.instant();
    while (true) {
      long rows = catalog.find(table, Head.MAIN).map(Head::rows).orElse(0L);
      queryable.reached(rows);
      if (rows >= wanted) {
        return;
      }
      if (rows > latest) {
        latest = rows;
        grown = clock.instant();
      }
      failure
          .get()
          .ifPresent(
              trace -> {
                throw new IllegalStateException("the connector failed: " + trace);
              });
      if (Duration.between(grown, clock.instant()).compareTo(PATIENCE) > 0) {
        throw new IllegalStateException(
            "table %s stays at %,d of %,d rows for %d s"
                .formatted(table, rows, wanted, PATIENCE.toSeconds()));
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException("watching table " + table + " was interrupted");
      }
      pause.forA(BETWEEN_LOOKS);
    }
  }
}
