/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.RESTException;
import org.apache.iceberg.inmemory.InMemoryCatalog;
import org.junit.jupiter.api.Test;

class TablesTest {
  private static final TableIdentifier ORDERS = TableIdentifier.of("shop", "orders");

  private int openings;

  /** As when a task starts while its catalog is down. */
  @Test
  void opensTheCatalogAgainUntilItAnswers() {
    try (Tables tables =
        new Tables(
            () -> {
              if (++openings == 1) {
                throw new RESTException("nobody there");
              }
              InMemoryCatalog catalog = new InMemoryCatalog();
              catalog.initialize("test", Map.of());
              return catalog;
            })) {
      assertThatThrownBy(() -> tables.load(ORDERS)).isInstanceOf(RESTException.class);

      assertThat(tables.load(ORDERS)).isEmpty();
      assertThat(tables.load(ORDERS)).isEmpty();
      assertThat(openings).isEqualTo(2);
    }
  }

  @Test
  void hasNothingToCloseBeforeTheFirstQuestion() {
    new Tables(
            () -> {
              openings++;
              throw new IllegalStateException("must not be opened");
            })
        .close();

    assertThat(openings).isZero();
  }
}
