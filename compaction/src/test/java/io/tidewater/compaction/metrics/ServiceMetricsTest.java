/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.journal.TaskEntry;
import io.tidewater.compaction.journal.TaskEntry.Ending;
import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.task.TaskKind;
import io.tidewater.compaction.task.TaskResult;
import io.tidewater.compaction.task.TaskResult.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceMetricsTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @TempDir private Path folder;
  private final ServiceMetrics metrics = new ServiceMetrics(Policy.DEFAULTS);

  private String scraped() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.builder().build().write(out, metrics.registry().scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static TaskEntry entry(Ending ending, long written) {
    return new TaskEntry(
        1,
        "shop.orders",
        TaskKind.REWRITE,
        "table",
        "why",
        NOON.minusSeconds(3),
        NOON,
        ending,
        new TaskResult(Outcome.DONE, "done", 200, written, 10, 1, 2));
  }

  @Test
  void tellsWhatAWriterAddedAndWhatMaintenanceWroteForIt() {
    try (TestTables tables = new TestTables(folder)) {
      Table table = tables.create("orders", TestTables.SCHEMA, PartitionSpec.unpartitioned(), 3);
      TestTables.append(table, List.of(TestTables.row(TestTables.SCHEMA, 1L, "one", 1)));
      metrics.observed("shop.orders", tables.load("orders"), "main", NOON);
      assertThat(scraped())
          .as("what was there before is not counted")
          .contains("tidewater_compaction_table_ingested_bytes_total{table=\"shop.orders\"} 0.0")
          .contains("tidewater_compaction_table_files{table=\"shop.orders\"} 1.0");

      DataFile added =
          TestTables.append(table, List.of(TestTables.row(TestTables.SCHEMA, 2L, "two", 1)));
      DataFile rewritten =
          TestTables.write(table, List.of(TestTables.row(TestTables.SCHEMA, 2L, "two", 1)));
      table.newRewrite().deleteFile(added).addFile(rewritten).commit();
      metrics.observed("shop.orders", tables.load("orders"), "main", NOON);
      metrics.observed("shop.orders", tables.load("orders"), "main", NOON);
      metrics.ended(entry(Ending.DONE, 3 * added.fileSizeInBytes()), Duration.ZERO, 1000);

      assertThat(scraped())
          .contains(
              "tidewater_compaction_table_ingested_bytes_total{table=\"shop.orders\"} "
                  + (double) added.fileSizeInBytes())
          .contains("tidewater_compaction_table_write_amplification{table=\"shop.orders\"} 3.0");
    }
  }

  @Test
  void countsTasksByKindAndOutcome() {
    metrics.ended(entry(Ending.DONE, 100), Duration.ofSeconds(2), 5000);
    metrics.ended(entry(Ending.GIVEN_UP, 100), Duration.ZERO, 5000);

    assertThat(scraped())
        .contains("tidewater_compaction_tasks_total{kind=\"rewrite\",outcome=\"done\"} 1.0")
        .contains("tidewater_compaction_tasks_total{kind=\"rewrite\",outcome=\"given-up\"} 1.0")
        .contains("tidewater_compaction_read_bytes_total{kind=\"rewrite\"} 400.0")
        .contains("tidewater_compaction_conflicts_total{kind=\"rewrite\"} 4.0")
        .contains("tidewater_compaction_gain_bytes_total{kind=\"rewrite\"} 5000.0")
        .contains("tidewater_compaction_throttled_seconds_total 2.0")
        .contains("tidewater_compaction_last_success_seconds{kind=\"rewrite\"}");
  }

  @Test
  void forgetsTablesThatAreGone() {
    try (TestTables tables = new TestTables(folder)) {
      Table table = tables.create("orders", TestTables.SCHEMA, PartitionSpec.unpartitioned(), 3);
      TestTables.append(table, List.of(TestTables.row(TestTables.SCHEMA, 1L, "one", 1)));
      metrics.observed("shop.orders", table, "main", NOON);
      assertThat(scraped()).contains("shop.orders");

      metrics.retain(List.of("shop.items"));

      assertThat(scraped()).doesNotContain("shop.orders");
    }
  }

  @Test
  void knowsEachMetricOnce() {
    assertThat(MetricDefinition.values())
        .extracting(MetricDefinition::metricName)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.startsWith("tidewater_compaction_"));
  }
}
