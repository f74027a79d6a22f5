/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.engines;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.examples.sink.SinkServers;
import io.tidewater.examples.table.CatalogSettings;
import io.tidewater.examples.verify.Verification;
import io.tidewater.examples.verify.VerificationReport;
import io.tidewater.testing.connect.Connector;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spark on tables that are local files: the sink's, and those of a catalog that runs alone. */
@ExtendWith(SharedEngines.class)
class SparkOnLocalFilesIT {
  private static SinkServers servers;
  private static Engines engines;
  private static CatalogSettings catalog;

  @BeforeAll
  static void useServers(Engines shared) {
    engines = shared;
    servers = shared.sink();
    catalog = new CatalogSettings(shared.alone().uri().toString(), Map.of());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void readsTheSinksTableAndWritesToIt(int formatVersion) {
    String topic = "lake.local" + formatVersion;
    servers.topics().create(topic, 2);
    Map<String, String> options = new TreeMap<>();
    options.put("topics", topic);
    options.put("iceberg.catalog.uri", catalog.uri());
    options.put("tidewater.format-version", Integer.toString(formatVersion));
    options.put("iceberg.tables.schema-force-optional", "true");
    options.put("iceberg.tables.default-partition-by", "day(placed_at)");
    Connector connector = servers.create(topic, options);
    Shipment.OLD.send(servers.records(), topic, 0, 6);
    servers.awaitHolds(topic, topic, catalog);
    Shipment.NEW.send(servers.records(), topic, 6, 6);
    servers.awaitHolds(topic, topic, catalog);
    assertThat(
            engines
                .spark(
                    """
                    select date(placed_at), count(*), sum(receiver.floor), max(quantity), \
                    count(distinct _kafka_partition, _kafka_offset) from alone.%s \
                    group by 1 order by 1"""
                        .formatted(topic))
                .rows()
                .toString())
        .isEqualTo(
            "[[2026-03-01, 2, null, 3, 2], [2026-03-02, 10, 51, %d, 10]]".formatted(1L << 40));

    engines.spark("insert into alone.%s (id) values (100)".formatted(topic));
    engines.spark("delete from alone.%s where id in (1, 8)".formatted(topic));
    engines.spark("call alone.system.rewrite_data_files(table => '%s')".formatted(topic));
    connector.restart();
    connector.awaitRunning();
    Shipment.NEW.send(servers.records(), topic, 12, 6);

    Verification verification = servers.awaitRows(topic, topic, catalog, 17);
    List<String> report = new VerificationReport(verification).lines();
    assertThat(verification.comparison().missing()).as("deleted: %s", report).isEqualTo(2);
    assertThat(verification.comparison().duplicates()).isZero();
    assertThat(verification.unplaced()).as("the one that was inserted").isEqualTo(1);
  }

  @Test
  void createsWritesAndReadsTablesOfACatalogThatRunsAlone() {
    engines.spark("create namespace alone.shop");
    engines.spark(
        """
        create table alone.shop.items (id bigint, name string, at timestamp) using iceberg \
        partitioned by (day(at), bucket(4, id)) tblproperties ('format-version' = '3')""");
    engines.spark(
        """
        insert into alone.shop.items values (1, 'kelp', timestamp '2026-01-01 10:00:00'), \
        (2, 'sand', timestamp '2026-01-02 10:00:00'), (3, null, null)""");
    engines.spark("alter table alone.shop.items add column price decimal(9, 2) after name");
    engines.spark("update alone.shop.items set price = 1.5 where id = 1");
    engines.spark("delete from alone.shop.items where id = 3");
    engines.spark(
        """
        merge into alone.shop.items t using (select 2 as id, 'stone' as name union all \
        select 4, 'shell') s on t.id = s.id when matched then update set t.name = s.name \
        when not matched then insert (id, name) values (s.id, s.name)""");
    engines.spark("alter table alone.shop.items rename to shop.goods");

    assertThat(engines.spark("show tables in alone.shop").column("tableName"))
        .containsExactly("goods");
    assertThat(
            engines
                .spark("select id, name, cast(price as string) from alone.shop.goods order by id")
                .rows())
        .containsExactly(row(1, "kelp", "1.50"), row(2, "stone", null), row(4, "shell", null));
    assertThat(engines.spark("select count(*) from alone.shop.goods.snapshots").singleLong())
        .isEqualTo(4);

    engines.spark("drop table alone.shop.goods purge");
    engines.spark("drop namespace alone.shop");
    assertThat(engines.spark("show namespaces in alone").rows()).isEmpty();
  }

  private static List<Object> row(Object... cells) {
    return Arrays.asList(cells);
  }
}
