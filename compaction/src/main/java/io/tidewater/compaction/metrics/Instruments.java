/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The metrics of {@link MetricDefinition} in a registry. */
final class Instruments {
  private final Map<MetricDefinition, Counter> counters = new EnumMap<>(MetricDefinition.class);
  private final Map<MetricDefinition, Gauge> gauges = new EnumMap<>(MetricDefinition.class);

  Instruments(PrometheusRegistry registry) {
    for (MetricDefinition definition : MetricDefinition.values()) {
      String[] labels = definition.labels().toArray(String[]::new);
      switch (definition.type()) {
        case COUNTER ->
            counters.put(
                definition,
                Counter.builder()
                    .name(definition.metricName())
                    .help(definition.description())
                    .labelNames(labels)
                    .register(registry));
        case GAUGE ->
            gauges.put(
                definition,
                Gauge.builder()
                    .name(definition.metricName())
                    .help(definition.description())
                    .labelNames(labels)
                    .register(registry));
      }
    }
  }

  void add(MetricDefinition definition, double amount, String... labels) {
    counter(definition).labelValues(labels).inc(Math.max(0, amount));
  }

  void add(MetricDefinition definition, long amount, String... labels) {
    add(definition, (double) amount, labels);
  }

  void set(MetricDefinition definition, long value, String... labels) {
    set(definition, (double) value, labels);
  }

  void set(MetricDefinition definition, double value, String... labels) {
    Objects.requireNonNull(gauges.get(definition)).labelValues(labels).set(value);
  }

  double count(MetricDefinition definition, String... labels) {
    return counter(definition).labelValues(labels).get();
  }

  /** Forgets the series of a table that is gone. */
  void removeTable(String table) {
    for (MetricDefinition definition : MetricDefinition.values()) {
      if (definition.labels().equals(List.of("table"))) {
        switch (definition.type()) {
          case COUNTER -> counter(definition).remove(table);
          case GAUGE -> Objects.requireNonNull(gauges.get(definition)).remove(table);
        }
      }
    }
  }

  private Counter counter(MetricDefinition definition) {
    return Objects.requireNonNull(counters.get(definition));
  }
}
