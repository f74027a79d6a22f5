/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.tidewater.testing.connect.ConnectPlugin;
import io.tidewater.testing.connect.ConnectVersion;
import io.tidewater.testing.process.Ports;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The plugin in distributed workers of the newest and of the oldest release, both of which find it
 * by its service manifest only.
 */
class WorkersIT {
  private static final String PLUGIN = "io.tidewater.connector.TidewaterSinkConnector";
  private static final String URI = "iceberg.catalog.uri";
  private static final long ROWS = 10;
  private static final Schema SALE =
      SchemaBuilder.struct().field("id", Schema.INT64_SCHEMA).build();

  @TempDir private Path folder = Path.of("");
  private final WorkerBeans beans = new WorkerBeans();

  @Test
  void runsInTheNewestWorkerWhichShowsItsMetrics() throws Exception {
    try (SinkServers servers = start(ConnectVersion.NEWEST)) {
      showsEverything(servers, "4.3", "kafka.connect:type=plugins,table=lake.sold,*");
    }
  }

  @Test
  void runsInTheOldestWorkerAndShowsMetricsOfItsOwn() throws Exception {
    try (SinkServers servers = start(ConnectVersion.V3_8)) {
      showsEverything(servers, "3.8", "io.tidewater:type=sink-table,table=\"lake.sold\",*");
    }
  }

  private SinkServers start(ConnectVersion version) {
    return SinkServers.start(
        folder,
        new SinkServers.Plan(
            worker -> worker.withVersion(version).withJvmFlags(beans.jvmFlags()),
            Map.of(),
            List.of()));
  }

  private void showsEverything(SinkServers servers, String version, String metrics)
      throws Exception {
    assertThat(servers.rest().version()).startsWith(version);
    assertThat(servers.rest().plugins()).extracting(ConnectPlugin::className).contains(PLUGIN);
    servers.topics().create("lake.sold", 2);
    checksConfigurations(servers);

    servers.create("sold", Map.of("topics", "lake.sold"));
    for (long id = 0; id < ROWS; id++) {
      servers.records().struct("lake.sold", (int) id % 2, new Struct(SALE).put("id", id));
    }

    servers.awaitHolds("lake.sold", "lake.sold");
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(beans.attributes(metrics))
                    .contains(
                        entry("records-total", ROWS),
                        entry("rows-committed-total", ROWS),
                        entry("records-rejected-total", 0L),
                        entry("last-error", ""))
                    .containsKeys("commits-total", "offset-lag", "event-time-lag-ms"));
  }

  private static void checksConfigurations(SinkServers servers) {
    Map<String, String> good = servers.options(Map.of("topics", "lake.sold"));
    assertThat(servers.rest().validate(good).errors()).isEmpty();

    Map<String, String> mistyped = new TreeMap<>(good);
    mistyped.put("tidewater.comit.bytes", "1000");
    assertThat(servers.rest().validate(mistyped).errors())
        .extractingByKey("tidewater.comit.bytes")
        .asString()
        .contains("There is no such option. Did you mean tidewater.commit.bytes?");

    Map<String, String> astray = new TreeMap<>(good);
    astray.put(URI, "http://127.0.0.1:" + Ports.free());
    assertThat(servers.rest().validate(astray).errors())
        .extractingByKey(URI)
        .asString()
        .contains("Tried to open it in catalog 'iceberg' with", astray.get(URI), "refused");
  }
}
