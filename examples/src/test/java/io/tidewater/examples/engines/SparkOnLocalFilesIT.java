/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.engines;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.examples.sink.SinkServers;
import io.tidewater.examples.verify.Verification;
import io.tidewater.examples.verify.VerificationReport;
import io.tidewater.testing.connect.Connector;
import io.tidewater.testing.spark.SparkSettings;
import io.tidewater.testing.spark.SparkSql;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spark on tables that are local files: the sink's, and those of a catalog that runs alone. */
class SparkOnLocalFilesIT {
  @TempDir private static Path folder = Path.of("");
  private static CatalogAlone alone;
  private static SinkServers servers;
  private static SparkSql spark;

  @BeforeAll
  static void startServers() throws IOException {
    alone = CatalogAlone.start(folder);
    servers = SinkServers.start(folder);
    spark =
        SparkSql.start(
            SparkSettings.in(folder.resolve("spark"), URI.create(servers.catalogUri()))
                .withSparkProperty(
                    "spark.sql.catalog.alone", "org.apache.iceberg.spark.SparkCatalog")
                .withSparkProperty("spark.sql.catalog.alone.type", "rest")
                .withSparkProperty("spark.sql.catalog.alone.uri", alone.uri().toString()));
  }

  @AfterAll
  static void stopServers() {
    Stream.of(spark, servers, alone).filter(Objects::nonNull).forEach(SparkOnLocalFilesIT::stop);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void readsTheSinksTableAndWritesToIt(int formatVersion) {
    String topic = "lake.local" + formatVersion;
    servers.topics().create(topic, 2);
    Connector connector =
        servers.create(
            topic,
            Map.of(
                "topics",
                topic,
                "tidewater.format-version",
                Integer.toString(formatVersion),
                "iceberg.tables.schema-force-optional",
                "true",
                "iceberg.tables.default-partition-by",
                "day(placed_at)"));
    Shipment.OLD.send(servers.records(), topic, 0, 6);
    servers.awaitHolds(topic, topic);
    Shipment.NEW.send(servers.records(), topic, 6, 6);
    servers.awaitHolds(topic, topic);
    assertThat(
            spark
                .query(
                    """
                    select date(placed_at), count(*), sum(receiver.floor), max(quantity), \
                    count(distinct _kafka_partition, _kafka_offset) from %s \
                    group by 1 order by 1"""
                        .formatted(topic))
                .rows()
                .toString())
        .isEqualTo(
            "[[2026-03-01, 2, null, 3, 2], [2026-03-02, 10, 51, %d, 10]]".formatted(1L << 40));

    spark.query("insert into %s (id) values (100)".formatted(topic));
    spark.query("delete from %s where id in (1, 8)".formatted(topic));
    spark.query("call ice.system.rewrite_data_files(table => '%s')".formatted(topic));
    connector.restart();
    connector.awaitRunning();
    Shipment.NEW.send(servers.records(), topic, 12, 6);

    Verification verification = servers.awaitRows(topic, topic, 17);
    List<String> report = new VerificationReport(verification).lines();
    assertThat(verification.comparison().missing()).as("deleted: %s", report).isEqualTo(2);
    assertThat(verification.comparison().duplicates()).isZero();
    assertThat(verification.unplaced()).as("the one that was inserted").isEqualTo(1);
  }

  @Test
  void createsWritesAndReadsTablesOfACatalogThatRunsAlone() {
    spark.query("create namespace alone.shop");
    spark.query(
        """
        create table alone.shop.items (id bigint, name string, at timestamp) using iceberg \
        partitioned by (day(at), bucket(4, id)) tblproperties ('format-version' = '3')""");
    spark.query(
        """
        insert into alone.shop.items values (1, 'kelp', timestamp '2026-01-01 10:00:00'), \
        (2, 'sand', timestamp '2026-01-02 10:00:00'), (3, null, null)""");
    spark.query("alter table alone.shop.items add column price decimal(9, 2) after name");
    spark.query("update alone.shop.items set price = 1.5 where id = 1");
    spark.query("delete from alone.shop.items where id = 3");
    spark.query(
        """
        merge into alone.shop.items t using (select 2 as id, 'stone' as name union all \
        select 4, 'shell') s on t.id = s.id when matched then update set t.name = s.name \
        when not matched then insert (id, name) values (s.id, s.name)""");
    spark.query("alter table alone.shop.items rename to shop.goods");

    assertThat(spark.query("show tables in alone.shop").column("tableName"))
        .containsExactly("goods");
    assertThat(
            spark
                .query("select id, name, cast(price as string) from alone.shop.goods order by id")
                .rows())
        .containsExactly(row(1, "kelp", "1.50"), row(2, "stone", null), row(4, "shell", null));
    assertThat(spark.query("select count(*) from alone.shop.goods.snapshots").singleLong())
        .isEqualTo(4);

    spark.query("drop table alone.shop.goods purge");
    spark.query("drop namespace alone.shop");
    assertThat(spark.query("show namespaces in alone").rows()).isEmpty();
  }

  private static void stop(AutoCloseable server) {
    try {
      server.close();
    } catch (Exception e) {
      throw new IllegalStateException("cannot stop " + server, e);
    }
  }

  private static List<Object> row(Object... cells) {
    return Arrays.asList(cells);
  }
}
