/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.metrics;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.iceberg.catalog.TableIdentifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One MBean for each table: {@code io.tidewater:type=sink-table,connector=…,task=…,table=…}. */
final class MBeanMetrics implements MetricsExport {
  private static final Logger LOG = LoggerFactory.getLogger(MBeanMetrics.class);

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private final String connector;
  private final String task;
  private final List<ObjectName> added = new ArrayList<>();

  MBeanMetrics(String connector, String task) {
    this.connector = connector;
    this.task = task;
  }

  @Override
  public void add(TableIdentifier table, TableGauges gauges) {
    try {
      ObjectName name =
          new ObjectName(
              "io.tidewater:type=sink-table,connector="
                  + ObjectName.quote(connector)
                  + ",task="
                  + ObjectName.quote(task)
                  + ",table="
                  + ObjectName.quote(table.toString()));
      server.registerMBean(new TableMBean(gauges), name);
      added.add(name);
    } catch (JMException e) {
      LOG.warn("metrics cannot be shown table={}", table, e);
    }
  }

  @Override
  public void close() {
    for (ObjectName name : added) {
      try {
        server.unregisterMBean(name);
      } catch (JMException e) {
        LOG.debug("metrics were gone already name={}", name, e);
      }
    }
    added.clear();
  }
}
