/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.fixture.TestContext;
import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.task.Assessment;
import io.tidewater.compaction.task.Finding.Decision;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.TaskResult.Outcome;
import io.tidewater.format.registry.CachedSchemaRegistry;
import io.tidewater.format.registry.SchemaRegistry;
import io.tidewater.format.registry.http.HttpSchemaRegistry;
import io.tidewater.format.registry.http.RegistryOptions;
import io.tidewater.format.schema.ConflictPolicy;
import io.tidewater.format.schema.MappingOptions;
import io.tidewater.testing.registry.SchemaRegistryServer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.types.Types.NestedField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryServerIT {
  private static final String FIRST =
      "{\"type\":\"record\",\"name\":\"Order\",\"fields\":[{\"name\":\"id\",\"type\":\"long\"}]}";
  private static final String SECOND =
      FIRST.replace("]}", ",{\"name\":\"note\",\"type\":[\"null\",\"string\"],\"default\":null}]}");

  @Test
  void followsARealRegistryAndWaitsWhileItIsDown(@TempDir Path folder) {
    try (SchemaRegistryServer server = SchemaRegistryServer.start(folder.resolve("registry"));
        SchemaRegistry registry =
            new CachedSchemaRegistry(
                HttpSchemaRegistry.of(RegistryOptions.of(server.url())), InstantSource.system());
        TestTables tables = new TestTables(folder.resolve("tables"))) {
      SinkSide sink =
          new SinkSide(tables, registry, MappingOptions.DEFAULTS, ConflictPolicy.NEW_COLUMN);
      int first = server.client().registerAvro("orders-value", FIRST);
      sink.create(first, 3);
      sink.put(first, Map.of("id", 1L));
      int second = server.client().registerAvro("orders-value", SECOND);
      SchemaMaintenance maintenance = new SchemaMaintenance(Optional.of(registry), attempts -> {});

      Assessment assessment = assess(maintenance, sink);

      assertThat(assessment.tasks()).hasSize(1);
      assertThat(assessment.tasks().get(0).run(new TestContext(1)).outcome())
          .isEqualTo(Outcome.DONE);
      assertThat(sink.table().schema().columns())
          .extracting(NestedField::name)
          .contains("id", "note");
      assertThat(sink.plan(second).hasChanges()).isFalse();
      assertThat(assess(maintenance, sink).tasks()).isEmpty();
      server.kill();
      assertThat(assess(maintenance, sink).findings())
          .anySatisfy(finding -> assertThat(finding.decision()).isEqualTo(Decision.WAIT));
    }
  }

  private static Assessment assess(SchemaMaintenance maintenance, SinkSide sink) {
    return maintenance.assess(
        new TableView(
            TableIdentifier.of("shop", "orders"),
            sink.table(),
            "main",
            Policy.DEFAULTS,
            Instant.EPOCH));
  }
}
