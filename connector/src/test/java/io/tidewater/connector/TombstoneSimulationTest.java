/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.format.ledger.SourcePartition;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tombstones that delete, under the schedules of {@link Simulation}. The oracle: a record is a row
 * once, unless a tombstone of its key comes after it.
 */
class TombstoneSimulationTest {
  private static final int SCHEDULES = 5;

  @ParameterizedTest
  @CsvSource({"0, 2", "1000, 3", "2000, 2", "3000, 3"})
  void tombstonesDeleteWhatCameBefore(long firstSeed, String formatVersion) throws IOException {
    for (long seed = firstSeed; seed < firstSeed + SCHEDULES; seed++) {
      Simulation simulation =
          new Simulation(
              seed,
              Map.of("tidewater.tombstones", "delete", "tidewater.format-version", formatVersion));
      simulation.cluster().bury(10 + simulation.random().nextInt(30));
      simulation.run(() -> {});

      assertThat(simulation.offsets(Simulation.TABLE))
          .as("seed %d", seed)
          .isEqualTo(alive(simulation.cluster()));
      assertThat(simulation.offsets(Simulation.LETTERS)).as("seed %d", seed).isEmpty();
    }
  }

  private static Map<SourcePartition, List<Long>> alive(ModelCluster cluster) {
    Map<SourcePartition, List<Long>> expected = new TreeMap<>();
    for (SourcePartition source : cluster.sources()) {
      List<Long> offsets =
          cluster.records(source).stream()
              .filter(offset -> !cluster.isTombstone(source, offset))
              .filter(offset -> !buriedLater(cluster, source, offset))
              .toList();
      if (!offsets.isEmpty()) {
        expected.put(source, offsets);
      }
    }
    return expected;
  }

  private static boolean buriedLater(ModelCluster cluster, SourcePartition source, long offset) {
    String key = ModelCluster.keyOf(source, offset);
    return cluster.records(source).tailSet(offset, false).stream()
        .anyMatch(
            later ->
                cluster.isTombstone(source, later)
                    && ModelCluster.keyOf(source, later).equals(key));
  }
}
