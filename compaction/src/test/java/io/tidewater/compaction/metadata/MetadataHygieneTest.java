/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.fixture.TestContext;
import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.task.Assessment;
import io.tidewater.compaction.task.Finding.Decision;
import io.tidewater.compaction.task.TableView;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableUtil;
import org.apache.iceberg.catalog.TableIdentifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MetadataHygieneTest {
  private static final String DELETE = "write.metadata.delete-after-commit.enabled";

  @TempDir private Path folder;
  private TestTables tables;

  @BeforeEach
  void open() {
    tables = new TestTables(folder);
  }

  @AfterEach
  void close() {
    tables.close();
  }

  private Table create(Map<String, String> properties) {
    return tables.create("orders", TestTables.SCHEMA, PartitionSpec.unpartitioned(), 2, properties);
  }

  private static Assessment assess(Table table, Map<String, String> settings) {
    Policy policy = Policy.DEFAULTS.with(settings, "test").forTable(table.properties());
    return new MetadataHygiene()
        .assess(
            new TableView(
                TableIdentifier.of("shop", "orders"), table, "main", policy, Instant.EPOCH));
  }

  @Test
  void setsWhatTheOwnerHasNot() {
    Table table = create(Map.of());

    assess(table, Map.of()).tasks().get(0).run(new TestContext(1));

    assertThat(table.properties()).containsEntry(DELETE, "true");
    assertThat(assess(table, Map.of()).tasks()).isEmpty();
  }

  @Test
  void leavesWhatTheOwnerHasSet() {
    Table table = create(Map.of(DELETE, "false"));

    assertThat(assess(table, Map.of()).tasks()).isEmpty();
  }

  @Test
  void leavesWhatSomebodySetsMeanwhile() {
    Table table = create(Map.of());
    Assessment assessment = assess(table, Map.of());
    tables.load("orders").updateProperties().set(DELETE, "false").commit();

    assessment.tasks().get(0).run(new TestContext(1));

    assertThat(table.properties()).containsEntry(DELETE, "false");
  }

  @Test
  void compressesWhereItIsWanted() {
    Table table = create(Map.of());
    Map<String, String> settings =
        Map.of("metadata.compress", "true", "metadata.previous-versions", "20");

    assess(table, settings).tasks().get(0).run(new TestContext(1));

    TestTables.append(table, List.of(TestTables.row(TestTables.SCHEMA, 1L, "a", 1)));
    assertThat(TableUtil.metadataFileLocation(table)).endsWith(".gz.metadata.json");
    assertThat(table.properties()).containsEntry("write.metadata.previous-versions-max", "20");
  }

  @Test
  void reportsWhatIsLarge() {
    Table table = create(Map.of());
    TestTables.append(table, List.of(TestTables.row(TestTables.SCHEMA, 1L, "a", 1)));

    Assessment assessment = assess(table, Map.of("metadata.large", "1000"));

    assertThat(assessment.findings().get(0).decision()).isEqualTo(Decision.NEEDS_PERSON);
    assertThat(assessment.findings().get(0).reason()).contains("1 snapshots", "metadata.compress");
  }
}
