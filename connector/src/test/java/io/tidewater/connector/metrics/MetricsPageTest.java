/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/metrics.md} is printed from {@link TableMetric}. */
class MetricsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "metrics.md");

  @Test
  void pageTellsWhatTheCodeDefines() throws IOException {
    if (Boolean.getBoolean("tidewater.docs.write")) {
      Files.writeString(PAGE, page());
    }
    assertThat(Files.readString(PAGE))
        .as("docs/metrics.md is stale: run mvn test -pl connector -am -Dtidewater.docs.write=true")
        .isEqualTo(page());
  }

  private static String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # Metrics of the sink

            <!-- Printed from TableMetric by MetricsPageTest. Do not edit. -->

            Each task shows these for each of its tables. On workers with plugin metrics (KIP-877) they are in the worker's own
            registry, as `kafka.connect:type=plugins,connector=…,task=…,table=…` in JMX and with every metrics reporter of the
            worker. On older workers each table is an MBean `io.tidewater:type=sink-table,connector=…,task=…,table=…` with these
            attributes.

            | metric | unit | meaning |
            |---|---|---|
            """);
    for (TableMetric metric : TableMetric.values()) {
      page.append("| `")
          .append(metric.metricName())
          .append("` | ")
          .append(metric.unit())
          .append(" | ")
          .append(metric.description())
          .append(" |\n");
    }
    return page.toString();
  }
}
