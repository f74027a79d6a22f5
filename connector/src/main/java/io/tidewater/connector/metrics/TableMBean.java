/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.metrics;

import java.util.Arrays;
import java.util.Optional;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;

/** A table's metrics as read-only attributes. */
final class TableMBean implements DynamicMBean {
  private final TableGauges gauges;

  TableMBean(TableGauges gauges) {
    this.gauges = gauges;
  }

  @Override
  public Object getAttribute(String name) throws AttributeNotFoundException {
    return find(name)
        .map(gauges::value)
        .orElseThrow(() -> new AttributeNotFoundException("no metric " + name));
  }

  @Override
  public AttributeList getAttributes(String[] names) {
    AttributeList attributes = new AttributeList();
    for (String name : names) {
      find(name).ifPresent(metric -> attributes.add(new Attribute(name, gauges.value(metric))));
    }
    return attributes;
  }

  @Override
  public void setAttribute(Attribute attribute) throws AttributeNotFoundException {
    throw new AttributeNotFoundException("metrics cannot be set: " + attribute.getName());
  }

  @Override
  public AttributeList setAttributes(AttributeList attributes) {
    return new AttributeList();
  }

  @Override
  public Object invoke(String action, Object[] parameters, String[] signature) {
    throw new IllegalArgumentException("metrics have no action " + action);
  }

  @Override
  public MBeanInfo getMBeanInfo() {
    MBeanAttributeInfo[] attributes =
        Arrays.stream(TableMetric.values())
            .map(TableMBean::describe)
            .toArray(MBeanAttributeInfo[]::new);
    return new MBeanInfo(
        TableMBean.class.getName(), "Metrics of one table", attributes, null, null, null);
  }

  private static MBeanAttributeInfo describe(TableMetric metric) {
    Class<?> type = metric == TableMetric.LAST_ERROR ? String.class : Long.class;
    return new MBeanAttributeInfo(
        metric.metricName(), type.getName(), metric.description(), true, false, false);
  }

  private static Optional<TableMetric> find(String name) {
    return Arrays.stream(TableMetric.values())
        .filter(metric -> metric.metricName().equals(name))
        .findFirst();
  }
}
