/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.connector.redrive.RedriveResult;
import io.tidewater.format.ledger.SourcePartition;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.LongFunction;
import org.apache.iceberg.data.Record;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of one's own, and what upserted tables refuse, in whole tasks on real tables. */
class UpsertPoliciesTest {
  private static final long WIDENED = 25;

  @ParameterizedTest
  @CsvSource({"2, 0", "3, 0", "2, 40", "3, 40"})
  void goesByChosenColumnsThoughTheyAreWidened(String formatVersion, int tombstones)
      throws IOException {
    Simulation simulation =
        upserting(
            Map.of(
                "tidewater.format-version",
                formatVersion,
                "iceberg.table.shop.orders.id-columns",
                "customer"));
    ModelCluster cluster = simulation.cluster();
    simulation.values(offset -> Map.of("customer", customer(offset), "id", offset));
    cluster.bury(tombstones);
    fill(simulation);
    simulation.catchUp();

    Map<Object, Long> rows = new HashMap<>();
    for (Record row : simulation.rows(Simulation.TABLE)) {
      long offset = (long) row.getField("_kafka_offset");
      assertThat(rows.put(row.getField("customer"), offset)).as("a second row of %s", row).isNull();
      SourcePartition source =
          new SourcePartition(ModelCluster.TOPIC, (int) row.getField("_kafka_partition"));
      assertThat(cluster.records(source).tailSet(offset, false))
          .as("what came after %s", row)
          .noneMatch(later -> replaces(cluster, source, later, offset));
    }
    assertThat(rows).isNotEmpty();
    if (tombstones == 0) {
      assertThat(rows).containsOnlyKeys(0L, 1L, 2L, 3L, 4L);
    }
  }

  @Test
  void keepsRecordsWithoutAKeyAsideAsDeadLetters() throws IOException {
    Simulation simulation = upserting(Map.of("iceberg.tables.default-id-columns", "id"));
    simulation.values(UpsertPoliciesTest::idOfEvenOffsets);
    fill(simulation);

    simulation.catchUp();

    assertThat(simulation.rows(Simulation.LETTERS))
        .isNotEmpty()
        .allSatisfy(
            letter -> {
              assertThat((long) letter.getField("_kafka_offset")).isOdd();
              assertThat(letter.getField("cause").toString())
                  .contains("tidewater.write.mode=upsert");
            });
    assertThat(simulation.rows(Simulation.TABLE))
        .isNotEmpty()
        .allSatisfy(row -> assertThat((long) row.getField("_kafka_offset")).isEven());
  }

  @Test
  void stopsAtARecordWithoutAKey() {
    Simulation simulation =
        upserting(
            Map.of(
                "iceberg.tables.default-id-columns", "id",
                "tidewater.dead-letters", "connect"));
    simulation.values(UpsertPoliciesTest::idOfEvenOffsets);
    fill(simulation);

    assertThatThrownBy(simulation::catchUp)
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("table shop.orders")
        .hasMessageContaining(ModelCluster.TOPIC)
        .hasMessageContaining("offset")
        .hasMessageContaining("tidewater.write.mode=upsert");
  }

  @Test
  void neverPutsAnOlderRecordOverANewerOne() throws IOException {
    Simulation simulation = upserting(Map.of());
    simulation.cluster().spoil(30);
    fill(simulation);
    simulation.catchUp();
    Map<SourcePartition, ?> before = simulation.offsets(Simulation.TABLE);
    simulation.cluster().spoil(0);

    RedriveResult result = simulation.redrive();

    assertThat(result.redriven()).isZero();
    assertThat(result.reasons()).isNotEmpty().allMatch(reason -> reason.contains("produce"));
    assertThat(simulation.offsets(Simulation.TABLE)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"partitioned by [_kafka_timestamp_day]", "make no key"})
  void refusesATableThatCannotBeUpserted(String reason) {
    Simulation appending =
        new Simulation(7, Map.of("iceberg.tables.default-partition-by", partitions(reason)));
    appending.values(offset -> Map.of("id", offset, "weight", 1.5));
    fill(appending);
    appending.catchUp();
    appending.configure("iceberg.tables.default-partition-by", "");
    appending.configure("tidewater.write.mode", "upsert");
    appending.configure("iceberg.tables.default-id-columns", "weight");

    assertThatThrownBy(appending::catchUp)
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("shop.orders cannot be written in upsert mode")
        .hasMessageContaining(reason);
  }

  private static String partitions(String reason) {
    return reason.startsWith("partitioned") ? "day(_kafka_timestamp)" : "";
  }

  private static Simulation upserting(Map<String, String> more) {
    Map<String, String> options = new HashMap<>(more);
    options.put("iceberg.table.shop.orders.write.mode", "upsert");
    return new Simulation(7, options);
  }

  private static void fill(Simulation simulation) {
    for (int round = 0; round < 15; round++) {
      simulation.cluster().produce(new Random(round));
    }
  }

  private static Map<String, Object> idOfEvenOffsets(long offset) {
    return offset % 2 == 0 ? Map.of("id", offset) : Map.of("other", offset);
  }

  private static Object customer(long offset) {
    return offset < WIDENED ? (Object) (int) (offset % 5) : (Object) (offset % 5);
  }

  /** A tombstone deletes by the key of its record, a row replaces those of its customer. */
  private static boolean replaces(
      ModelCluster cluster, SourcePartition source, long later, long offset) {
    LongFunction<Object> key =
        at -> cluster.isTombstone(source, later) ? ModelCluster.keyOf(source, at) : at % 5;
    return key.apply(later).equals(key.apply(offset));
  }
}
