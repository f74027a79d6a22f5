/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.compaction.fixture.FakeMaintenance;
import io.tidewater.compaction.fixture.FakeTask;
import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.policy.PolicyOption;
import io.tidewater.compaction.policy.TablePolicies;
import io.tidewater.compaction.task.Assessment;
import io.tidewater.compaction.task.Finding;
import io.tidewater.compaction.task.Finding.Decision;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.TaskKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssessorTest {
  private static final TableIdentifier ORDERS = TableIdentifier.of("shop", "orders");
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @TempDir private Path folder;
  private TestTables tables;
  private final List<TableView> views = new ArrayList<>();

  @BeforeEach
  void openCatalog() {
    tables = new TestTables(folder);
  }

  @AfterEach
  void closeCatalog() {
    tables.close();
  }

  private Assessment asked(TableView view) {
    views.add(view);
    return Assessment.nothing("looked");
  }

  private TableAssessment assess(Assessor assessor, Map<String, String> properties) {
    Table table =
        tables.create("orders", TestTables.SCHEMA, PartitionSpec.unpartitioned(), 3, properties);
    return assessor.assess(
        ORDERS,
        Set.of(TaskKind.REWRITE, TaskKind.EXPIRE),
        new Handles(table, () -> tables.load("orders")));
  }

  private Assessor assessor() {
    return assessor(
        FakeMaintenance.of(TaskKind.REWRITE, this::asked),
        FakeMaintenance.of(TaskKind.EXPIRE, this::asked));
  }

  private static Assessor assessor(FakeMaintenance rewrite, FakeMaintenance expire) {
    return new Assessor(
        new Maintenances(List.of(rewrite, expire)),
        TablePolicies.DEFAULTS,
        InstantSource.fixed(NOON));
  }

  private static Finding only(TableAssessment assessment, TaskKind kind) {
    List<Finding> findings = assessment.kinds().get(kind).assessment().findings();
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  @Test
  void asksEachKindUnderThePolicyOfTheTable() {
    TableAssessment assessment =
        assess(assessor(), Map.of("tidewater.compaction.rewrite.interval", "7m"));

    assertThat(views).hasSize(2);
    assertThat(views).allSatisfy(view -> assertThat(view.now()).isEqualTo(NOON));
    assertThat(assessment.kinds().get(TaskKind.REWRITE).interval())
        .isEqualTo(Duration.ofMinutes(7));
    assertThat(only(assessment, TaskKind.EXPIRE).reason()).isEqualTo("looked");
  }

  @Test
  void saysWhoSwitchedAKindOff() {
    TableAssessment assessment =
        assess(assessor(), Map.of("tidewater.compaction.expire.enabled", "false"));

    assertThat(views).hasSize(1);
    assertThat(only(assessment, TaskKind.EXPIRE).reason())
        .isEqualTo(
            "switched off: expire.enabled=false (table property"
                + " tidewater.compaction.expire.enabled)");
  }

  @Test
  void waitsForItsWindowAndNotLonger() {
    Map<String, String> properties =
        Map.of(
            "tidewater.compaction.window", "10:00-13:00 UTC",
            "tidewater.compaction.rewrite.window", "12:30-12:45 UTC");

    TableAssessment assessment = assess(assessor(), properties);

    assertThat(views).extracting(TableView::name).as("expiry alone").hasSize(1);
    assertThat(only(assessment, TaskKind.REWRITE).decision()).isEqualTo(Decision.WAIT);
    assertThat(only(assessment, TaskKind.REWRITE).reason())
        .isEqualTo("outside its window, which opens at 2026-11-21T12:30:00Z");
    assertThat(assessment.kinds().get(TaskKind.REWRITE).interval())
        .isEqualTo(Duration.ofMinutes(30));
    assertThat(assessment.kinds().get(TaskKind.EXPIRE).windows()).hasSize(2);
  }

  @Test
  void asksAtAnyTimeWhereAPersonWantsItNow() {
    assess(assessor().atAnyTime(), Map.of("tidewater.compaction.window", "01:00-02:00 UTC"));

    assertThat(views).hasSize(2);
  }

  @Test
  void leavesATableAloneWhosePropertiesAreWrong() {
    TableAssessment assessment =
        assess(
            assessor(),
            Map.of(
                "tidewater.compaction.rewrite.windw", "always",
                "tidewater.compaction.expire.interval", "often"));

    assertThat(views).isEmpty();
    assertThat(assessment.problems())
        .hasSize(2)
        .anySatisfy(text -> assertThat(text).contains("did you mean rewrite.window?"))
        .anySatisfy(text -> assertThat(text).contains("expected a time span, such as 90s"));
    assertThat(assessment.kinds().get(TaskKind.REWRITE).assessment().findings())
        .allMatch(finding -> finding.decision() == Decision.NEEDS_PERSON);
  }

  @Test
  void oneKindThatFailsKeepsNoOtherFromLooking() {
    TableAssessment assessment =
        assess(
            assessor(
                FakeMaintenance.of(
                    TaskKind.REWRITE,
                    view -> {
                      throw new IllegalStateException("a manifest is gone");
                    }),
                FakeMaintenance.of(TaskKind.EXPIRE, this::asked)),
            Map.of());

    assertThat(views).hasSize(1);
    assertThat(only(assessment, TaskKind.REWRITE).reason())
        .contains("could not be assessed", "a manifest is gone");
  }

  @Test
  void givesNoTwoKindsWithTasksTheSameHandle() {
    assess(
        assessor(
            FakeMaintenance.of(
                TaskKind.REWRITE,
                view -> {
                  views.add(view);
                  return new Assessment(List.of(FakeTask.gaining(TaskKind.REWRITE, 1)), List.of());
                }),
            FakeMaintenance.of(TaskKind.EXPIRE, this::asked)),
        Map.of());

    assertThat(views.get(0).table()).isNotSameAs(views.get(1).table());
  }

  @Test
  void takesTheOptionThatAKindDefinesItself() {
    PolicyOption<Boolean> own = PolicyOption.flag("rewrite.enabled", false, "off unless asked for");
    Maintenances maintenances =
        new Maintenances(List.of(new FakeMaintenance(TaskKind.REWRITE, List.of(own), this::asked)));

    assertThat(maintenances.options().find("rewrite.enabled")).containsSame(own);
    assertThat(maintenances.optionsOf(TaskKind.REWRITE)).containsOnlyOnce(own);
    assertThatThrownBy(
            () ->
                new Maintenances(
                    List.of(
                        FakeMaintenance.of(TaskKind.REWRITE, this::asked),
                        FakeMaintenance.of(TaskKind.REWRITE, this::asked))))
        .hasMessage("two maintenances are REWRITE");
  }
}
