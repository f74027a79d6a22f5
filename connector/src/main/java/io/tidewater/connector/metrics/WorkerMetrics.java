/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Metrics of a plugin in the worker's registry; the worker adds connector and task as tags. */
final class WorkerMetrics implements MetricsExport {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerMetrics.class);

  private final PluginMetrics metrics;
  private final List<MetricName> added = new ArrayList<>();

  WorkerMetrics(PluginMetrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void add(TableIdentifier table, TableGauges gauges) {
    LinkedHashMap<String, String> tags = new LinkedHashMap<>();
    tags.put("table", table.toString());
    for (TableMetric metric : TableMetric.values()) {
      MetricName name = metrics.metricName(metric.metricName(), metric.description(), tags);
      try {
        metrics.addMetric(name, (Gauge<Object>) (config, now) -> gauges.value(metric));
        added.add(name);
      } catch (IllegalArgumentException e) {
        // The task's predecessor, which the worker could not stop in time, has them still.
        LOG.warn("metric cannot be shown metric={} table={}: {}", metric, table, e.getMessage());
      }
    }
  }

  @Override
  public void close() {
    added.forEach(metrics::removeMetric);
    added.clear();
  }
}
