/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.offsets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TopicComparisonTest {
  @Test
  void agreesWhenEachRecordHasOneRow() {
    TopicComparison comparison =
        TopicComparison.of(
            Map.of(0, log(0, 3, 0, 1, 2), 1, log(0, 2, 0, 1)),
            Map.of(0, rows(2, 0, 1), 1, rows(0, 1)));

    assertThat(comparison.agrees()).isTrue();
    assertThat(comparison.rows()).isEqualTo(5);
    assertThat(comparison.records()).isEqualTo(5);
  }

  @Test
  void agreesWhenBothAreEmpty() {
    assertThat(TopicComparison.of(Map.of(0, log(0, 0)), Map.of()).agrees()).isTrue();
  }

  @Test
  void missesARecordWithoutARow() {
    PartitionReport report = compare(log(0, 6, 0, 1, 2, 3, 4, 5), rows(0, 2, 5));

    assertThat(report.missing().count()).isEqualTo(3);
    assertThat(report.missing()).hasToString("1, 3-4");
    assertThat(report.records()).isEqualTo(6);
  }

  @Test
  void missesAWholePartitionThatTheTableDoesNotKnow() {
    TopicComparison comparison =
        TopicComparison.of(Map.of(0, log(0, 1, 0), 1, log(0, 2, 0, 1)), Map.of(0, rows(0)));

    assertThat(comparison.missing()).isEqualTo(2);
    assertThat(comparison.agrees()).isFalse();
  }

  @Test
  void countsEachRowBeyondTheFirstOfItsOffset() {
    PartitionReport report = compare(log(0, 3, 0, 1, 2), rows(0, 1, 1, 1, 2, 2));

    assertThat(report.duplicates().count()).isEqualTo(3);
    assertThat(report.duplicates()).hasToString("1-2");
    assertThat(report.rows()).isEqualTo(6);
    assertThat(report.missing().isEmpty()).isTrue();
  }

  @Test
  void expectsNothingWhereCompactionRemovedTheRecord() {
    PartitionLog compacted = new PartitionLog(0, 6, 6, offsets(2, 5), true);

    PartitionReport behind = compare(compacted, rows(2, 5));
    PartitionReport ahead = compare(compacted, rows(0, 1, 2, 3, 4, 5));

    assertThat(behind.missing().isEmpty()).isTrue();
    assertThat(ahead.missing().isEmpty()).isTrue();
    assertThat(ahead.origins()).isEqualTo(new RowOrigins(2, 0, 4, 0, 0));
  }

  @Test
  void expectsNothingAtATransactionMarker() {
    PartitionReport report = compare(log(0, 6, 0, 1, 3, 4), rows(0, 1, 3, 4));

    assertThat(report.missing().isEmpty()).isTrue();
    assertThat(report.origins().unknown()).isZero();
  }

  @Test
  void doesNotKnowARowOfAnAbortedTransaction() {
    PartitionReport report = compare(log(0, 6, 0, 4), rows(0, 1, 2, 4));

    assertThat(report.origins()).isEqualTo(new RowOrigins(2, 0, 0, 0, 2));
    assertThat(report.missing().isEmpty()).isTrue();
  }

  @Test
  void keepsARowWhoseRecordRetentionDropped() {
    PartitionReport report = compare(log(100, 103, 100, 101, 102), rows(98, 99, 100, 101, 102));

    assertThat(report.origins()).isEqualTo(new RowOrigins(3, 2, 0, 0, 0));
    assertThat(report.missing().isEmpty()).isTrue();
  }

  @Test
  void stillCountsDuplicatesBelowTheLogStart() {
    assertThat(compare(log(100, 101, 100), rows(7, 7, 100)).duplicates().count()).isEqualTo(1);
  }

  @Test
  void stillMissesARecordThatWasDroppedOnlyAfterItWasSeen() {
    PartitionLog moved = log(0, 3, 0, 1, 2).movedTo(2, 3);

    PartitionReport report = compare(moved, rows(0, 2));

    assertThat(report.missing()).hasToString("1");
    assertThat(report.origins()).isEqualTo(new RowOrigins(2, 0, 0, 0, 0));
  }

  @Test
  void toleratesRetentionThatOvertakesTheEnd() {
    PartitionLog moved = log(0, 3).movedTo(50, 60);

    assertThat(compare(moved, rows(0, 1, 2)).origins()).isEqualTo(new RowOrigins(0, 3, 0, 0, 0));
  }

  @Test
  void callsRowsBeyondTheComparedEndLater() {
    PartitionLog log = log(0, 2, 0, 1).movedTo(0, 4);

    PartitionReport report = compare(log, rows(0, 1, 2, 3));

    assertThat(report.origins()).isEqualTo(new RowOrigins(2, 0, 0, 2, 0));
  }

  @Test
  void doesNotKnowARowBeyondTheEndOfTheLog() {
    assertThat(compare(log(0, 2, 0, 1), rows(0, 1, 9)).origins())
        .isEqualTo(new RowOrigins(2, 0, 0, 0, 1));
  }

  @Test
  void doesNotKnowRowsOfAPartitionThatTheTopicLacks() {
    TopicComparison comparison = TopicComparison.of(Map.of(), Map.of(4, rows(0, 1, 1)));

    assertThat(comparison.partitions())
        .singleElement()
        .satisfies(
            report -> {
              assertThat(report.partition()).isEqualTo(4);
              assertThat(report.origins().unknown()).isEqualTo(2);
            });
    assertThat(comparison.duplicates()).isEqualTo(1);
  }

  @Test
  void showsOnlyTheFirstOfManyFindings() {
    PartitionLog log = log(0, 100, LongStream.range(0, 50).map(n -> n * 2).toArray());

    Findings missing = compare(log, rows()).missing();

    assertThat(missing.count()).isEqualTo(50);
    assertThat(missing).hasToString("0, 2, 4, 6, 8, 10, 12, 14, …");
  }

  private static PartitionReport compare(PartitionLog log, PartitionRows rows) {
    return TopicComparison.of(Map.of(0, log), Map.of(0, rows)).partitions().get(0);
  }

  private static PartitionLog log(long start, long end, long... records) {
    return new PartitionLog(start, end, end, offsets(records), false);
  }

  private static OffsetSet offsets(long... records) {
    OffsetSet offsets = new OffsetSet();
    LongStream.of(records).forEach(offsets::add);
    return offsets;
  }

  private static PartitionRows rows(long... offsets) {
    PartitionRows rows = new PartitionRows();
    LongStream.of(offsets).forEach(rows::add);
    return rows;
  }
}
