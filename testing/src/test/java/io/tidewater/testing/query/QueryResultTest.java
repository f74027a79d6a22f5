/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class QueryResultTest {
  private static final QueryResult ORDERS =
      new QueryResult(
          List.of("id", "item"),
          List.of(Arrays.asList(7, "kelp"), Arrays.asList(12_345, null)),
          false);

  @Test
  void rendersAnAlignedTable() {
    assertThat(ORDERS.toTable())
        .isEqualTo(
            """
            id    | item
            ------+-----
                7 | kelp
            12345 | null
            (2 rows)
            """);
  }

  @Test
  void rendersLongAndBrokenTextOnOneLine() {
    QueryResult result =
        new QueryResult(List.of("text"), List.of(List.of("a\nb" + "c".repeat(100))), true);

    assertThat(result.toTable())
        .contains("a b" + "c".repeat(56) + "…\n")
        .endsWith("(the first 1 rows; there are more)\n");
  }

  @Test
  void rendersNothingForAStatementWithoutAnswer() {
    assertThat(new QueryResult(List.of(), List.of(), false).toTable()).isEmpty();
  }

  @Test
  void findsCells() {
    assertThat(ORDERS.column("item")).containsExactly("kelp", null);
    assertThat(new QueryResult(List.of("n"), List.of(List.of(5L)), false).singleLong())
        .isEqualTo(5);
  }

  @Test
  void saysWhatItGotInsteadOfTheCellThatWasAskedFor() {
    assertThatThrownBy(ORDERS::single)
        .isInstanceOf(QueryException.class)
        .hasMessageContaining("2 rows of [id, item]");
    assertThatThrownBy(() -> ORDERS.column("price"))
        .isInstanceOf(QueryException.class)
        .hasMessageContaining("price")
        .hasMessageContaining("[id, item]");
    assertThatThrownBy(
            () -> new QueryResult(List.of("s"), List.of(List.of("x")), false).singleLong())
        .isInstanceOf(QueryException.class)
        .hasMessageContaining("got x");
  }
}
