/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.fixture.TestContext;
import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.policy.PolicyOption;
import io.tidewater.compaction.task.Assessment;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.Task;
import io.tidewater.format.registry.CachedSchemaRegistry;
import io.tidewater.format.schema.ConflictPolicy;
import io.tidewater.format.schema.MappingOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.catalog.TableIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaMaintenanceTest {
  private static final TableIdentifier NAME = TableIdentifier.of("shop", "orders");

  @Test
  void followsWithNewColumnsAndMergesThem(@TempDir Path folder) {
    MemoryRegistry registry = new MemoryRegistry();
    Policy policy =
        Policy.DEFAULTS.with(
            Map.of("schema.on-conflict", "new-column", "schema.merge-columns", "amount"), "test");
    try (TestTables tables = new TestTables(folder)) {
      SinkSide sink =
          new SinkSide(tables, registry, MappingOptions.DEFAULTS, ConflictPolicy.NEW_COLUMN);
      int numbers = registry.registerAvro("orders-value", "{\"name\":\"amount\",\"type\":\"int\"}");
      sink.create(numbers, 3);
      sink.put(numbers, Map.of("amount", 5));
      int text = registry.registerAvro("orders-value", "{\"name\":\"amount\",\"type\":\"string\"}");
      SchemaMaintenance maintenance =
          new SchemaMaintenance(
              Optional.of(new CachedSchemaRegistry(registry, InstantSource.system())),
              attempts -> {});

      for (long cycle = 1; cycle <= 3; cycle++) {
        Assessment assessment =
            maintenance.assess(new TableView(NAME, sink.table(), "main", policy, Instant.EPOCH));
        for (Task task : assessment.tasks()) {
          task.run(new TestContext(cycle));
        }
      }

      assertThat(sink.column(text, "amount").name()).isEqualTo("amount");
      assertThat(sink.plan(numbers).hasChanges()).isFalse();
      assertThat(sink.plan(text).hasChanges()).isFalse();
      assertThat(TestTables.rows(sink.table()))
          .extracting(row -> row.getField("amount"))
          .containsExactly("5");
    }
  }

  @Test
  void hasNothingToDoWithoutRegistryAndVersions(@TempDir Path folder) {
    try (TestTables tables = new TestTables(folder)) {
      tables.create("orders", TestTables.SCHEMA, PartitionSpec.unpartitioned(), 3);
      SchemaMaintenance maintenance = new SchemaMaintenance(Optional.empty(), attempts -> {});

      Assessment assessment =
          maintenance.assess(
              new TableView(NAME, tables.load("orders"), "main", Policy.DEFAULTS, Instant.EPOCH));

      assertThat(assessment.tasks()).isEmpty();
      assertThat(assessment.findings())
          .anySatisfy(
              finding -> assertThat(finding.reason()).contains("no schema registry is configured"));
    }
  }

  @Test
  void namesItsOptionsInOneWay() {
    assertThat(SchemaMaintenance.OPTIONS)
        .extracting(PolicyOption::name)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.startsWith("schema."));
  }
}
