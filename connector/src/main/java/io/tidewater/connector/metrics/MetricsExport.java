/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.metrics;

import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.kafka.connect.sink.SinkTaskContext;

/** Shows the metrics of tables to the world. */
public interface MetricsExport extends AutoCloseable {
  /** Shows the metrics of a table, until this is closed. */
  void add(TableIdentifier table, TableGauges gauges);

  @Override
  void close();

  /** The worker's own metrics, or MBeans of our own where the worker is older than KIP-877. */
  static MetricsExport of(SinkTaskContext context, String connector, String task) {
    try {
      return new WorkerMetrics(context.pluginMetrics());
    } catch (NoSuchMethodError | NoClassDefFoundError e) {
      return new MBeanMetrics(connector, task);
    }
  }
}
