/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Map;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.internals.PluginMetricsImpl;
import org.junit.jupiter.api.Test;

class WorkerMetricsTest {
  private static final TableIdentifier TABLE = TableIdentifier.of("shop", "orders");

  private final Metrics registry = new Metrics();

  @Test
  void showsAllMetricsUntilItIsClosed() {
    int own = registry.metrics().size();
    WorkerMetrics metrics = metrics();
    metrics.add(TABLE, new TableGauges(() -> 0));
    assertThat(registry.metrics()).hasSize(own + TableMetric.values().length);

    metrics.close();

    assertThat(registry.metrics()).hasSize(own);
  }

  /** A worker starts a task again though it could not stop it: both are there for a while. */
  @Test
  void letsTheTaskGoOnWhereItsPredecessorHoldsTheNames() {
    metrics().add(TABLE, new TableGauges(() -> 0));

    assertThatCode(() -> metrics().add(TABLE, new TableGauges(() -> 0))).doesNotThrowAnyException();
  }

  private WorkerMetrics metrics() {
    return new WorkerMetrics(new PluginMetricsImpl(registry, Map.of("task", "0")));
  }
}
