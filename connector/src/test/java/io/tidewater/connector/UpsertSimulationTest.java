/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.format.ledger.LedgerReading;
import io.tidewater.format.ledger.LedgerReading.Known;
import io.tidewater.format.ledger.SourcePartition;
import io.tidewater.format.ledger.TableLedger;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.iceberg.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Upserted tables under the schedules of {@link Simulation}, with tombstones and partitions that
 * come later. The oracle: of each key the last record is a row, unless it is a tombstone.
 */
class UpsertSimulationTest {
  private static final int SCHEDULES = 5;

  @ParameterizedTest
  @CsvSource({"0, 2, ''", "1000, 3, ''", "2000, 2, _kafka_key", "3000, 3, _kafka_key"})
  void holdsTheLatestRowOfEachKey(long firstSeed, String formatVersion, String idColumns)
      throws IOException {
    for (long seed = firstSeed; seed < firstSeed + SCHEDULES; seed++) {
      Simulation simulation = upserting(seed, formatVersion, idColumns);
      ModelCluster cluster = simulation.cluster();
      cluster.bury(simulation.random().nextInt(40));
      simulation.run(
          () -> {
            if (cluster.sources().size() < 4) {
              cluster.addPartition();
            }
          });

      assertThat(simulation.offsets(Simulation.TABLE))
          .as("seed %d", seed)
          .isEqualTo(latest(cluster));
      assertThat(simulation.offsets(Simulation.LETTERS)).as("seed %d", seed).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"7, 2", "8, 3"})
  void keepsTheLedgerThoughRowsNoLongerTellIt(long seed, String formatVersion) {
    Simulation simulation = upserting(seed, formatVersion, "");
    ModelCluster cluster = simulation.cluster();
    for (int round = 0; round < 10; round++) {
      cluster.produce(simulation.random());
    }
    // The last records of all: no row is left to tell of them.
    cluster.bury(100);
    for (int round = 0; round < 10; round++) {
      cluster.produce(simulation.random());
    }
    simulation.catchUp();
    Known before = ledger(simulation);

    Table table = simulation.catalog().loadTable(Simulation.TABLE);
    table.newAppend().commit();
    table.expireSnapshots().expireOlderThan(Long.MAX_VALUE).retainLast(1).commit();

    Known after = ledger(simulation);
    assertThat(after.evidence()).isEqualTo(LedgerReading.Evidence.PROPERTY);
    assertThat(after.ledger()).isEqualTo(before.ledger());
  }

  private static Simulation upserting(long seed, String formatVersion, String idColumns) {
    return new Simulation(
        seed,
        Map.of(
            "tidewater.write.mode", "upsert",
            "tidewater.format-version", formatVersion,
            "iceberg.tables.default-id-columns", idColumns));
  }

  private static Known ledger(Simulation simulation) {
    Table table = simulation.catalog().loadTable(Simulation.TABLE);
    return (Known) new TableLedger(table, "main", Optional.of(ModelCluster.TOPIC)).read();
  }

  private static Map<SourcePartition, List<Long>> latest(ModelCluster cluster) {
    Map<SourcePartition, List<Long>> expected = new TreeMap<>();
    for (SourcePartition source : cluster.sources()) {
      Map<String, Long> last = new HashMap<>();
      for (long offset : cluster.records(source)) {
        last.put(ModelCluster.keyOf(source, offset), offset);
      }
      List<Long> rows =
          last.values().stream()
              .filter(offset -> !cluster.isTombstone(source, offset))
              .sorted()
              .toList();
      if (!rows.isEmpty()) {
        expected.put(source, rows);
      }
    }
    return expected;
  }
}
