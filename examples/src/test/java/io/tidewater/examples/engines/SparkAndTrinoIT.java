/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.engines;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.examples.verify.Verification;
import io.tidewater.examples.verify.VerificationReport;
import io.tidewater.testing.connect.Connector;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spark and Trino on the sink's tables, which are on S3, through Tidewater's catalog. */
@ExtendWith(SharedEngines.class)
class SparkAndTrinoIT {
  private static Engines engines;

  @BeforeAll
  static void useServers(Engines shared) {
    engines = shared;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void bothReadWhatTheSinkWrites(int formatVersion) {
    String topic = "lake.read" + formatVersion;
    create(topic, formatVersion, "day(placed_at), bucket(id, 4)");
    Shipment.OLD.send(engines.sink().records(), topic, 0, 4);
    engines.sink().awaitHolds(topic, topic);
    Shipment.NEW.send(engines.sink().records(), topic, 4, 4);
    engines.sink().awaitHolds(topic, topic);

    String sql =
        """
        select id, quantity, receiver.city, receiver.floor, _kafka_partition, _kafka_offset, \
        _kafka_key, cast(placed_at = _kafka_timestamp as varchar(5)), element_at(tags, 'colour'), \
        element_at(items, 1).sku, cast(element_at(items, 1).price as varchar(9)), \
        element_at(_kafka_headers, 1).key \
        from ice.%s where placed_at >= timestamp '2026-03-02 00:00:00 UTC' order by id"""
            .formatted(topic);
    engines
        .both()
        .forEach(
            (engine, query) ->
                assertThat(query.apply(sql).rows())
                    .as(engine)
                    .usingElementComparator(
                        (one, other) -> one.toString().compareTo(other.toString()))
                    .containsExactly(
                        row(2, 3, "Bergen", null, 0, 1),
                        row(3, 3, "Bremen", null, 1, 1),
                        row(4, 1L << 40, "Bergen", 4, 0, 2),
                        row(5, 1L << 40, "Bremen", 5, 1, 2),
                        row(6, 1L << 40, "Bergen", 6, 0, 3),
                        row(7, 1L << 40, "Bremen", 7, 1, 3)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hour(_kafka_timestamp)",
        "truncate(_kafka_key, 1), month(placed_at)",
        "receiver.city, year(_kafka_timestamp)"
      })
  void bothFindRowsByPartition(String partitions) {
    String topic = "lake.by_" + partitions.replaceAll("\\W+", "_").replaceAll("_$", "");
    create(topic, 2, partitions);
    Shipment.OLD.send(engines.sink().records(), topic, 0, 6);
    engines.sink().awaitHolds(topic, topic);

    String sql =
        """
        select id from ice.%s where receiver.city = 'Bergen' and _kafka_key like 'k%%' \
        and _kafka_timestamp >= timestamp '2026-03-02 00:30:00 UTC' \
        and placed_at < timestamp '2026-03-02 03:30:00 UTC' order by id"""
            .formatted(topic);
    engines
        .both()
        .forEach(
            (engine, query) ->
                assertThat(query.apply(sql).column("id"))
                    .as(engine)
                    .extracting(id -> ((Number) id).longValue())
                    .containsExactly(2L, 4L));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void theSinkGoesOnAfterBothHaveWritten(int formatVersion) {
    String topic = "lake.written" + formatVersion;
    Connector connector = create(topic, formatVersion, "bucket(id, 2)");
    Shipment.NEW.send(engines.sink().records(), topic, 0, 10);
    engines.sink().awaitHolds(topic, topic);

    engines.spark("insert into ice.%s (id, quantity) values (100, 1)".formatted(topic));
    engines.spark("delete from ice.%s where id = 3".formatted(topic));
    Shipment.NEW.send(engines.sink().records(), topic, 10, 10);
    engines.trino("insert into ice.%s (id, quantity) values (101, 1)".formatted(topic));
    engines.trino("delete from ice.%s where id = 4".formatted(topic));
    engines.trino("update ice.%s set quantity = 9 where id = 5".formatted(topic));
    Shipment.NEW.send(engines.sink().records(), topic, 20, 10);
    engines.trino("alter table ice.%s execute optimize".formatted(topic));
    connector.restart();
    connector.awaitRunning();
    Shipment.NEW.send(engines.sink().records(), topic, 30, 10);

    Verification verification = engines.sink().awaitRows(topic, topic, 40);

    List<String> report = new VerificationReport(verification).lines();
    assertThat(verification.comparison().missing()).as("deleted: %s", report).isEqualTo(2);
    assertThat(verification.comparison().duplicates()).isZero();
    assertThat(verification.unplaced()).as("the two that were inserted").isEqualTo(2);
    String sql = "select count(*), count(distinct id), sum(quantity - %d) from ice.%s";
    engines
        .both()
        .forEach(
            (engine, query) ->
                assertThat(query.apply(sql.formatted(1L << 40, topic)).rows().toString())
                    .as(engine)
                    .isEqualTo("[[40, 40, %d]]".formatted(1 + 1 + 9 - 3 * (1L << 40))));
  }

  private static List<Object> row(
      long id, long quantity, String city, Integer floor, int partition, long offset) {
    return Arrays.asList(
        id,
        quantity,
        city,
        floor,
        partition,
        offset,
        "k" + id,
        "true",
        "c" + id,
        "s" + id,
        "0.0" + id,
        "source");
  }

  private static Connector create(String topic, int formatVersion, String partitions) {
    engines.sink().topics().create(topic, 2);
    Map<String, String> options = new TreeMap<>();
    options.put("topics", topic);
    options.put("tasks.max", "2");
    options.put("tidewater.format-version", Integer.toString(formatVersion));
    options.put("iceberg.tables.default-partition-by", partitions);
    options.put("iceberg.tables.schema-force-optional", "true");
    return engines.sink().create(topic, options);
  }
}
