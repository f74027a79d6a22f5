/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.connector.redrive.RedriveFailedException;
import io.tidewater.connector.redrive.RedriveResult;
import io.tidewater.format.ledger.Ledger;
import io.tidewater.format.ledger.LedgerReading;
import io.tidewater.format.ledger.SourcePartition;
import io.tidewater.format.ledger.TableLedger;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Dead letters that are put back while answers are lost, processes are killed before any commit,
 * and another redrive comes in between; before all that the table is rolled back, so that the sink
 * comes to some of the records again. The oracle: in the end each record is a row once, no dead
 * letter is left, and the ledgers are what they were.
 */
class RedriveSimulationTest {
  private static final int SCHEDULES = 4;

  @ParameterizedTest
  @ValueSource(longs = {0, 1_000, 2_000})
  void everyDeadLetterBecomesARowOnce(long firstSeed) throws IOException {
    for (long seed = firstSeed; seed < firstSeed + SCHEDULES; seed++) {
      Simulation simulation = new Simulation(seed, Map.of());
      simulation.cluster().spoil(20 + simulation.random().nextInt(40));
      simulation.run(() -> {});
      rollBack(simulation.catalog());
      simulation.redrive();
      simulation.catchUp();
      Ledger before = ledger(simulation, Simulation.TABLE);
      Ledger lettersBefore = ledger(simulation, Simulation.LETTERS);

      disturb(simulation);
      RedriveResult last = simulation.redrive();

      assertThat(last.stillBad()).as("seed %d", seed).isZero();
      assertThat(last.waiting()).as("seed %d", seed).isZero();
      assertThat(simulation.offsets(Simulation.TABLE))
          .as("seed %d", seed)
          .isEqualTo(all(simulation.cluster()));
      assertThat(simulation.offsets(Simulation.LETTERS)).as("seed %d", seed).isEmpty();
      assertThat(ledger(simulation, Simulation.TABLE)).isEqualTo(before);
      assertThat(ledger(simulation, Simulation.LETTERS)).isEqualTo(lettersBefore);
    }
  }

  private static void disturb(Simulation simulation) {
    Random random = simulation.random();
    FlakyCatalog catalog = simulation.catalog();
    boolean[] nested = new boolean[1];
    for (int run = 0; run < 6; run++) {
      catalog.setFlaky(true);
      catalog.beforeCommit(
          () -> {
            if (random.nextInt(5) == 0) {
              throw new Killed();
            }
            if (!nested[0] && random.nextInt(3) == 0) {
              nested[0] = true;
              redriveOrFail(simulation);
              nested[0] = false;
            }
          });
      redriveOrFail(simulation);
      catalog.beforeCommit(() -> {});
      nested[0] = false;
      catalog.setFlaky(false);
    }
  }

  private static void redriveOrFail(Simulation simulation) {
    try {
      simulation.redrive();
    } catch (Killed | RedriveFailedException e) {
      // The next run goes on.
      return;
    }
  }

  private static void rollBack(FlakyCatalog catalog) {
    Table table = catalog.loadTable(Simulation.TABLE);
    Long parent = table.currentSnapshot().parentId();
    if (parent != null && table.snapshot(parent) != null) {
      table.manageSnapshots().rollbackTo(parent).commit();
    }
  }

  private static Ledger ledger(Simulation simulation, TableIdentifier identifier) {
    if (!simulation.catalog().tableExists(identifier)) {
      return Ledger.EMPTY;
    }
    Table table = simulation.catalog().loadTable(identifier);
    LedgerReading reading = new TableLedger(table, "main", Optional.of(ModelCluster.TOPIC)).read();
    assertThat(reading).isInstanceOf(LedgerReading.Known.class);
    return ((LedgerReading.Known) reading).ledger();
  }

  private static Map<SourcePartition, List<Long>> all(ModelCluster cluster) {
    Map<SourcePartition, List<Long>> expected = new TreeMap<>();
    for (SourcePartition source : cluster.sources()) {
      if (!cluster.records(source).isEmpty()) {
        expected.put(source, List.copyOf(cluster.records(source)));
      }
    }
    return expected;
  }

  /** As if the process was gone: no handler of exceptions sees it. */
  private static final class Killed extends Error {}
}
