/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.format.ledger.SourcePartition;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bad records among good ones, under the schedules of {@link Simulation}. The oracle: each good
 * record is a row once, each bad one a dead letter once.
 */
class DeadLetterSimulationTest {
  private static final int SCHEDULES = 6;

  @ParameterizedTest
  @ValueSource(longs = {0, 1_000, 2_000, 3_000})
  void everyRecordOnceAsRowOrDeadLetter(long firstSeed) throws IOException {
    for (long seed = firstSeed; seed < firstSeed + SCHEDULES; seed++) {
      Simulation simulation = spoiled(seed);
      simulation.run(() -> {});
      ModelCluster cluster = simulation.cluster();
      assertThat(simulation.offsets(Simulation.TABLE))
          .as("rows, seed %d", seed)
          .isEqualTo(expected(cluster, false));
      assertThat(simulation.offsets(Simulation.LETTERS))
          .as("dead letters, seed %d", seed)
          .isEqualTo(expected(cluster, true));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1_000, 2_000, 3_000})
  void losesNothingWhenRecordsAreJudgedAnew(long firstSeed) throws IOException {
    for (long seed = firstSeed; seed < firstSeed + SCHEDULES; seed++) {
      Simulation simulation = spoiled(seed);
      ModelCluster cluster = simulation.cluster();
      simulation.run(() -> cluster.judgeAnew(simulation.random()));
      Map<SourcePartition, List<Long>> rows = simulation.offsets(Simulation.TABLE);
      Map<SourcePartition, List<Long>> letters = simulation.offsets(Simulation.LETTERS);
      for (SourcePartition source : cluster.sources()) {
        List<Long> inRows = rows.getOrDefault(source, List.of());
        List<Long> inLetters = letters.getOrDefault(source, List.of());
        assertThat(inRows).as("rows, seed %d", seed).doesNotHaveDuplicates();
        assertThat(inLetters).as("dead letters, seed %d", seed).doesNotHaveDuplicates();
        Set<Long> together = new HashSet<>(inRows);
        together.addAll(inLetters);
        assertThat(together).as("seed %d", seed).isEqualTo(cluster.records(source));
      }
    }
  }

  private static Simulation spoiled(long seed) {
    Simulation simulation = new Simulation(seed, Map.of());
    simulation.cluster().spoil(10 + simulation.random().nextInt(60));
    return simulation;
  }

  private static Map<SourcePartition, List<Long>> expected(ModelCluster cluster, boolean bad) {
    Map<SourcePartition, List<Long>> expected = new TreeMap<>();
    for (SourcePartition source : cluster.sources()) {
      List<Long> offsets =
          cluster.records(source).stream()
              .filter(offset -> cluster.isBad(source, offset) == bad)
              .toList();
      if (!offsets.isEmpty()) {
        expected.put(source, offsets);
      }
    }
    return expected;
  }
}
