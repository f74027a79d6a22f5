/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.format.ledger.Start.At;
import io.tidewater.format.ledger.Start.AtGroupPosition;
import io.tidewater.format.ledger.Start.Refusal;
import io.tidewater.format.ledger.Start.Refused;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartTest {
  private static final TopicId ID = new TopicId("id");
  private static final SourcePartition ZERO = new SourcePartition("orders", 0);
  private static final Ledger KNOWN = Ledger.EMPTY.with("orders", ID, Map.of(0, 100L));
  private static final StartPolicy CONTINUE =
      new StartPolicy(Beginning.AUTO, Loss.CONTINUE, Loss.CONTINUE);

  @Test
  void goesOnWhereTheLedgerEnds() {
    assertThat(decide(KNOWN, log(0, 500))).isEqualTo(new At(100, 100, Basis.CONTINUES));
    assertThat(decide(KNOWN, log(100, 100))).isEqualTo(new At(100, 100, Basis.CONTINUES));
  }

  @Test
  void refusesToSkipRecordsThatWereDeletedUnread() {
    assertThat(decide(KNOWN, log(130, 500)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.refusal()).isEqualTo(Refusal.LOG_TRUNCATED);
              assertThat(refused.explanation())
                  .contains("offset 100 of orders-0", "130", "tidewater.on-log-truncated");
            });
    assertThat(Start.decide(ZERO, KNOWN, log(130, 500), ForeignRows.NONE, CONTINUE))
        .isEqualTo(new At(130, 100, Basis.CONTINUES));
  }

  @Test
  void refusesALogThatEndsBeforeTheTable() {
    assertThat(decide(KNOWN, log(0, 99)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.refusal()).isEqualTo(Refusal.OFFSETS_RAN_BACKWARDS));
  }

  @Test
  void refusesATopicThatWasCreatedAnew() {
    SourceLog anew = new SourceLog(new TopicId("new"), 0, 500);

    assertThat(decide(KNOWN, anew))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.refusal()).isEqualTo(Refusal.TOPIC_RECREATED);
              assertThat(refused.explanation()).contains("tidewater.on-topic-recreated");
            });
    assertThat(Start.decide(ZERO, KNOWN, anew, ForeignRows.NONE, CONTINUE))
        .isEqualTo(new At(0, 0, Basis.succeeds(ID)));
  }

  @Test
  void beginsAtTheStartOfTheLogIfNobodyElseWroteTheTable() {
    assertThat(decide(Ledger.EMPTY, log(20, 500))).isEqualTo(new At(20, 20, Basis.FIRST));
  }

  @Test
  void beginsANewPartitionOfAKnownTableAtTheStartWhoeverElseWrote() {
    assertThat(
            Start.decide(
                new SourcePartition("orders", 1),
                KNOWN,
                log(0, 500),
                ForeignRows.OTHER,
                StartPolicy.SAFE))
        .isEqualTo(new At(0, 0, Basis.FIRST));
  }

  @Test
  void goesOnWhereTheApacheSinkStopped() {
    assertThat(
            Start.decide(
                ZERO, Ledger.EMPTY, log(0, 500), ForeignRows.APACHE_SINK, StartPolicy.SAFE))
        .isInstanceOf(AtGroupPosition.class);
  }

  @Test
  void doesNotGuessForATableThatSomebodyElseWrote() {
    assertThat(Start.decide(ZERO, Ledger.EMPTY, log(0, 500), ForeignRows.OTHER, StartPolicy.SAFE))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.explanation()).contains("tidewater.start"));
  }

  @Test
  void beginsWhereItIsTold() {
    assertThat(begin(Beginning.EARLIEST)).isEqualTo(new At(20, 20, Basis.FIRST));
    assertThat(begin(Beginning.LATEST)).isEqualTo(new At(500, 500, Basis.FIRST));
    assertThat(begin(Beginning.GROUP)).isInstanceOf(AtGroupPosition.class);
  }

  private static Start begin(Beginning beginning) {
    return Start.decide(
        ZERO,
        Ledger.EMPTY,
        log(20, 500),
        ForeignRows.OTHER,
        new StartPolicy(beginning, Loss.FAIL, Loss.FAIL));
  }

  private static Start decide(Ledger ledger, SourceLog log) {
    return Start.decide(ZERO, ledger, log, ForeignRows.NONE, StartPolicy.SAFE);
  }

  private static SourceLog log(long start, long end) {
    return new SourceLog(ID, start, end);
  }
}
