/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.fixture.TestContext;
import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.task.Assessment;
import io.tidewater.compaction.task.Finding;
import io.tidewater.compaction.task.Finding.Decision;
import io.tidewater.compaction.task.TableView;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.types.Types.LongType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpkeepTest {
  private static final Policy POLICY =
      Policy.DEFAULTS.with(Map.of("schema.clean-count", "2"), "test");

  private TestTables tables;
  private Table table;

  @BeforeEach
  void create(@TempDir Path folder) {
    tables = new TestTables(folder);
    table = tables.create("orders", TestTables.SCHEMA, PartitionSpec.unpartitioned(), 2);
  }

  @AfterEach
  void close() {
    tables.close();
  }

  private TableView view(Policy policy, Duration after) {
    Table own = tables.load("orders");
    Instant now =
        Instant.ofEpochMilli(
                own.currentSnapshot() == null ? 0 : own.currentSnapshot().timestampMillis())
            .plus(after);
    return new TableView(TableIdentifier.of("shop", "orders"), own, "main", policy, now);
  }

  private DataFile append() {
    return TestTables.append(table, List.of(TestTables.row(table.schema(), 1L, "n", 1)));
  }

  private void changeSchemaAndSpec() {
    table.updateSchema().addColumn("a", LongType.get()).commit();
    table.updateSchema().addColumn("b", LongType.get()).commit();
    table.updateSpec().addField("day").commit();
    table.updateSpec().removeField("day").addField("name").commit();
  }

  @Test
  void takesOutWhatNoSnapshotUses() {
    append();
    changeSchemaAndSpec();
    append();

    Assessment assessment = MetadataCleaner.assess(view(POLICY, Duration.ofDays(2)));
    assertThat(assessment.findings().get(0).reason())
        .contains("1 of 3 schemas", "1 of 3 partition specs");
    assessment.tasks().get(0).run(new TestContext(1));

    table.refresh();
    assertThat(table.schemas()).hasSize(2);
    assertThat(table.specs()).hasSize(2);
    assertThat(table.snapshots()).as("no snapshot is lost").hasSize(2);
    assertThat(TestTables.rows(table)).hasSize(2);
    assertThat(MetadataCleaner.assess(view(POLICY, Duration.ofDays(2))).tasks()).isEmpty();
  }

  @Test
  void waitsForWritersThatMayHoldAnOlderSpec() {
    append();
    changeSchemaAndSpec();
    append();

    Assessment young = MetadataCleaner.assess(view(POLICY, Duration.ofHours(1)));

    assertThat(young.tasks()).isEmpty();
    assertThat(young.findings().get(0).decision()).isEqualTo(Decision.WAIT);
  }

  @Test
  void waitsWhileNothingWasWrittenWithTheNewest() {
    append();
    changeSchemaAndSpec();

    assertThat(MetadataCleaner.assess(view(POLICY, Duration.ofDays(9))).tasks()).isEmpty();
  }

  @Test
  void leavesTablesWhoseBranchesHaveTheirOwnRetention() {
    append();
    changeSchemaAndSpec();
    append();
    table
        .manageSnapshots()
        .createTag("audit", table.currentSnapshot().snapshotId())
        .setMaxRefAgeMs("audit", 1)
        .commit();

    Assessment assessment = MetadataCleaner.assess(view(POLICY, Duration.ofDays(2)));

    assertThat(assessment.tasks()).isEmpty();
    assertThat(assessment.findings().get(0).reason()).contains("audit");
  }

  @Test
  void tellsOfVersionsAndFormat() {
    table.updateSchema().addColumn("name__v2", LongType.get()).commit();

    List<Finding> findings = Advice.on(view(Policy.DEFAULTS, Duration.ZERO));

    assertThat(findings)
        .anySatisfy(
            finding -> {
              assertThat(finding.scope()).isEqualTo("name__v2");
              assertThat(finding.decision()).isEqualTo(Decision.NEEDS_PERSON);
              assertThat(finding.reason()).contains("string", "long", "schema.merge-columns");
            })
        .anySatisfy(finding -> assertThat(finding.reason()).contains("format version 2"));
    Policy merging = Policy.DEFAULTS.with(Map.of("schema.merge-columns", "name"), "test");
    assertThat(Advice.on(view(merging, Duration.ZERO)))
        .noneMatch(finding -> finding.scope().equals("name__v2"));
  }

  @Test
  void tellsOfColumnsThatAreEmptyIfAsked() {
    table.updateSchema().addColumn("a", LongType.get()).commit();
    append();
    Policy asked = Policy.DEFAULTS.with(Map.of("schema.report-empty-columns", "true"), "test");

    assertThat(Advice.on(view(asked, Duration.ZERO)))
        .filteredOn(finding -> finding.decision() == Decision.NEEDS_PERSON)
        .singleElement()
        .satisfies(finding -> assertThat(finding.scope()).isEqualTo("a"));
  }
}
