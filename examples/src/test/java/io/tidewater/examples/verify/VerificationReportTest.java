/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.examples.offsets.OffsetSet;
import io.tidewater.examples.offsets.PartitionLog;
import io.tidewater.examples.offsets.PartitionRows;
import io.tidewater.examples.offsets.TopicComparison;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class VerificationReportTest {
  @Test
  void showsOnlyTheFiguresThatMatterWhenAllIsWell() {
    Verification verification =
        verification(Map.of(0, log(0, 1500)), Map.of(0, rows(LongStream.range(0, 1500))), 0);

    assertThat(lines(verification))
        .containsExactly(
            "topic orders, table shop.orders",
            "partition        records           rows        missing     duplicates",
            "        0          1,500          1,500              0              0",
            "rows=1500 missing=0 duplicates=0");
    assertThat(verification.holds()).isTrue();
  }

  @Test
  void namesPartitionAndOffsetsOfEachFault() {
    Verification verification =
        verification(
            Map.of(0, log(0, 4), 1, log(10, 12)),
            Map.of(0, rows(LongStream.of(0, 3)), 1, rows(LongStream.of(9, 10, 11, 11))),
            2);

    assertThat(lines(verification))
        .containsExactly(
            "topic orders, table shop.orders",
            "partition        records           rows        missing     duplicates        expired",
            "        0              4              2              2              0              0",
            "        1              2              4              0              1              1",
            "      all              6              6              2              1              1",
            "partition 0 misses 2 records, at offsets 1-2",
            "partition 1 has 1 rows too many, at offsets 11",
            "2 rows do not say where they came from",
            "rows=8 missing=2 duplicates=1");
    assertThat(verification.holds()).isFalse();
  }

  @Test
  void tellsDeadLettersThatAreNotMissing() {
    Verification verification =
        new Verification(
            "orders",
            "shop.orders",
            TopicComparison.of(
                Map.of(0, log(0, 5)),
                Map.of(0, rows(LongStream.of(0, 1, 4))),
                Map.of(0, rows(LongStream.of(1, 2)))),
            0);

    assertThat(lines(verification))
        .containsExactly(
            "topic orders, table shop.orders",
            "partition        records           rows        missing     duplicates"
                + "   dead-letters",
            "        0              5              3              1              0"
                + "              1",
            "partition 0 misses 1 records, at offsets 3",
            "rows=3 missing=1 duplicates=0 dead-letters=1");
  }

  @Test
  void countsDeadLettersThatAreThereTwice() {
    Verification verification =
        new Verification(
            "orders",
            "shop.orders",
            TopicComparison.of(
                Map.of(0, log(0, 2)),
                Map.of(0, rows(LongStream.of(0))),
                Map.of(0, rows(LongStream.of(1, 1)))),
            0);

    assertThat(verification.holds()).isFalse();
    assertThat(verification.summary()).isEqualTo("rows=1 missing=0 duplicates=1 dead-letters=1");
  }

  private static List<String> lines(Verification verification) {
    return new VerificationReport(verification).lines();
  }

  private static Verification verification(
      Map<Integer, PartitionLog> logs, Map<Integer, PartitionRows> rows, long unplaced) {
    return new Verification("orders", "shop.orders", TopicComparison.of(logs, rows), unplaced);
  }

  private static PartitionLog log(long start, long end) {
    return new PartitionLog(start, end, end, OffsetSet.range(start, end), false);
  }

  private static PartitionRows rows(LongStream offsets) {
    PartitionRows rows = new PartitionRows();
    offsets.forEach(rows::add);
    return rows;
  }
}
