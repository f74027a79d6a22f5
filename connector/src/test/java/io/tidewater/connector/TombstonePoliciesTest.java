/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.ledger.SourcePartition;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import org.apache.iceberg.data.Record;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the policies make of records without a value, in whole tasks on real tables. */
class TombstonePoliciesTest {
  private static final SourcePartition ZERO = new SourcePartition(ModelCluster.TOPIC, 0);

  @Test
  void keepsThemAsRowsOfNulls() throws IOException {
    Simulation simulation = withTombstones("keep");

    simulation.catchUp();

    for (Record row : simulation.rows(Simulation.TABLE)) {
      assertThat(row.getField("id") == null).isEqualTo(isTombstone(simulation, row));
    }
    assertThat(simulation.offsets(Simulation.TABLE).get(ZERO))
        .isEqualTo(simulation.cluster().records(ZERO).stream().toList());
  }

  @Test
  void marksThemAsDeleted() throws IOException {
    Simulation simulation = withTombstones("soft-delete");

    simulation.catchUp();

    for (Record row : simulation.rows(Simulation.TABLE)) {
      assertThat(row.getField("_kafka_deleted")).isEqualTo(isTombstone(simulation, row));
    }
    assertThat(simulation.offsets(Simulation.TABLE).get(ZERO))
        .isEqualTo(simulation.cluster().records(ZERO).stream().toList());
  }

  @Test
  void keepsThemAsideAsDeadLetters() throws IOException {
    Simulation simulation = withTombstones("dead-letter");

    simulation.catchUp();

    assertThat(simulation.rows(Simulation.LETTERS))
        .isNotEmpty()
        .allSatisfy(
            letter -> {
              assertThat(isTombstone(simulation, letter)).isTrue();
              assertThat(letter.getField("value")).isNull();
              assertThat(letter.getField("key")).isNotNull();
              assertThat(letter.getField("cause_type")).isEqualTo("tombstone");
              assertThat(letter.getField("connector")).isEqualTo("orders");
            });
    assertThat(simulation.rows(Simulation.TABLE))
        .isNotEmpty()
        .noneMatch(row -> isTombstone(simulation, row));
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "connect"})
  void stopTheTable(String deadLetters) throws IOException {
    Simulation simulation =
        new Simulation(
            7, Map.of("tidewater.tombstones", "fail", "tidewater.dead-letters", deadLetters));
    fill(simulation);

    assertThatThrownBy(simulation::catchUp)
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("table shop.orders")
        .hasMessageContaining("tidewater.tombstones");
    assertThat(simulation.offsets(Simulation.LETTERS)).isEmpty();
  }

  @Test
  void refusesToDeleteFromAPartitionedTable() {
    Simulation simulation =
        new Simulation(
            7,
            Map.of(
                "tidewater.tombstones", "delete",
                "tidewater.dead-letters", "connect",
                "iceberg.tables.default-partition-by", "day(_kafka_timestamp)"));
    fill(simulation);

    assertThatThrownBy(simulation::catchUp)
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("without partitions");
  }

  private static Simulation withTombstones(String policy) {
    // For the table, by an option of its own.
    Simulation simulation =
        new Simulation(7, Map.of("iceberg.table.shop.orders.tombstones", policy));
    fill(simulation);
    return simulation;
  }

  private static void fill(Simulation simulation) {
    simulation.cluster().bury(30);
    for (int round = 0; round < 10; round++) {
      simulation.cluster().produce(new Random(round));
    }
  }

  private static boolean isTombstone(Simulation simulation, Record row) {
    SourcePartition source =
        new SourcePartition(ModelCluster.TOPIC, (int) row.getField("_kafka_partition"));
    return simulation.cluster().isTombstone(source, (long) row.getField("_kafka_offset"));
  }
}
