/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.plan;

import static io.tidewater.compaction.rewrite.plan.Facts.LONG_AGO;
import static io.tidewater.compaction.rewrite.plan.Facts.NOW;
import static io.tidewater.compaction.rewrite.plan.Facts.files;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.observe.DeleteFacts;
import io.tidewater.compaction.observe.LayoutFacts;
import io.tidewater.compaction.observe.Partition;
import io.tidewater.compaction.observe.PartitionFacts;
import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.task.Finding.Decision;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartitionJudgeTest {
  private static final long MB = 1 << 20;
  private static final Partition PARTITION = new Partition(0, List.of(1));

  private static Verdict judge(PartitionFacts facts) {
    return judge(facts, Map.of(), DeleteFacts.NONE);
  }

  private static Verdict judge(
      PartitionFacts facts, Map<String, String> settings, DeleteFacts global) {
    JudgeRules rules = JudgeRules.of(Policy.DEFAULTS.with(settings, "test"));
    return new PartitionJudge(rules, 0, global, NOW).judge(PARTITION, facts);
  }

  @Test
  void busyPartitionsWaitForEnoughFiles() {
    Verdict verdict = judge(Facts.of(files(5, MB), NOW));

    assertThat(verdict.decision()).isEqualTo(Decision.WAIT);
    assertThat(verdict.reason()).contains("5 small files", "60 minutes without new data");
  }

  @Test
  void busyPartitionsAreRewrittenOnceTheyHaveThem() {
    Verdict verdict = judge(Facts.of(files(20, MB), NOW));

    assertThat(verdict.decision()).isEqualTo(Decision.DO);
    assertThat(verdict.triggers()).containsExactly(Trigger.SMALL);
    assertThat(verdict.estimate().filesBefore()).isEqualTo(20);
    assertThat(verdict.estimate().filesAfter()).isEqualTo(1);
    assertThat(verdict.estimate().gain()).isEqualTo(19 * 4.0 * MB);
    assertThat(verdict.reason()).isEqualTo("20 small files of 20 MB become 1");
  }

  @Test
  void coldPartitionsAreFinishedHoweverFewFilesTheyHave() {
    Verdict verdict = judge(Facts.of(files(2, MB), LONG_AGO));

    assertThat(verdict.decision()).isEqualTo(Decision.DO);
    assertThat(verdict.reason()).contains("so it is finished");
  }

  @Test
  void finishedPartitionsAreLeftAlone() {
    assertThat(judge(Facts.of(files(1, MB), LONG_AGO)).decision()).isEqualTo(Decision.SKIP);
    assertThat(judge(Facts.of(files(9, 500 * MB), LONG_AGO)).decision()).isEqualTo(Decision.SKIP);
  }

  @Test
  void littleGainForManyBytesIsNotWorthIt() {
    Verdict verdict = judge(Facts.of(files(2, 200 * MB), LONG_AGO));

    assertThat(verdict.decision()).isEqualTo(Decision.SKIP);
    assertThat(verdict.reason()).contains("spares only 0.0050 bytes", "rewrite.min-gain 0.01");
  }

  @Test
  void manyDeletedRowsAreAReasonAlsoWhileBusy() {
    PartitionFacts facts =
        Facts.with(Facts.of(files(2, 500 * MB), NOW), new DeleteFacts(2, 0, 700, 0, 0, 0));

    Verdict verdict = judge(facts);

    assertThat(verdict.triggers()).containsExactly(Trigger.DELETES);
    assertThat(verdict.reason()).contains("35% of 2000 rows are deleted");
  }

  @Test
  void tooManyEqualityDeletesAreConvertedFirst() {
    PartitionFacts facts = Facts.of(files(20, MB), NOW);

    Verdict verdict = judge(facts, Map.of(), new DeleteFacts(0, 0, 0, 9, 9, 100 * MB));

    assertThat(verdict.decision()).isEqualTo(Decision.WAIT);
    assertThat(verdict.reason()).isEqualTo("100 MB of equality deletes have to be converted first");
  }

  @Test
  void unsortedFilesAreSortedOnceTheirPartitionIsCold() {
    LayoutFacts layout = new LayoutFacts(3, 900 * MB, 0, 0, 0);

    assertThat(judge(Facts.with(Facts.of(files(3, 300 * MB), NOW), layout)).triggers()).isEmpty();
    assertThat(judge(Facts.with(Facts.of(files(3, 300 * MB), LONG_AGO), layout)).triggers())
        .containsExactly(Trigger.UNSORTED);
  }

  @Test
  void sortedFilesAreMergedWhereTooManyOverlap() {
    LayoutFacts layout = new LayoutFacts(0, 0, 600, 0, 100);

    Verdict verdict = judge(Facts.with(Facts.of(files(6, 300 * MB), NOW), layout));

    assertThat(verdict.triggers()).containsExactly(Trigger.OVERLAP);
    assertThat(verdict.reason()).contains("in 6.0 files on average");
  }

  @Test
  void overlapsThatGroupsCannotHealAreLeft() {
    LayoutFacts layout = new LayoutFacts(0, 0, 600, 0, 100);

    Verdict verdict =
        judge(
            Facts.with(Facts.of(files(6, 500 * MB), NOW), layout),
            Map.of("rewrite.max-group-bytes", "512MB"),
            DeleteFacts.NONE);

    assertThat(verdict.decision()).isEqualTo(Decision.SKIP);
  }

  @Test
  void oldSpecsAreRewrittenOnceCold() {
    JudgeRules rules = JudgeRules.of(Policy.DEFAULTS);
    PartitionJudge judge = new PartitionJudge(rules, 1, DeleteFacts.NONE, NOW);

    assertThat(judge.judge(PARTITION, Facts.of(files(1, 500 * MB), NOW)).triggers()).isEmpty();
    assertThat(judge.judge(PARTITION, Facts.of(files(1, 500 * MB), LONG_AGO)).triggers())
        .containsExactly(Trigger.OLD_SPEC);
  }
}
