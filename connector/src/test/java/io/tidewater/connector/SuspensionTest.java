/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.ledger.SourcePartition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;

/** A table with too many bad records is suspended, and goes on from there when it may. */
class SuspensionTest {
  private static final SourcePartition ZERO = new SourcePartition(ModelCluster.TOPIC, 0);

  @Test
  void losesNothing() throws IOException {
    Simulation simulation =
        new Simulation(
            1,
            Map.of(
                "tidewater.dead-letters.limit.percent", "20",
                "tidewater.dead-letters.limit.records", "10"));
    produce(simulation, 0);
    produce(simulation, 100);

    assertThatThrownBy(simulation::catchUp)
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("were bad, more than 20 in a hundred")
        .hasMessageContaining("tidewater.dead-letters.limit.percent");
    assertThat(letters(simulation)).hasSizeLessThan(10);

    // Each restart bears so many again; in the end all are kept, each once.
    for (int restart = 0; restart < 100; restart++) {
      try {
        simulation.catchUp();
        break;
      } catch (ConnectException e) {
        assertThat(e).hasMessageContaining("were bad");
      }
    }
    List<Long> all = new ArrayList<>(letters(simulation));
    all.addAll(simulation.offsets(Simulation.TABLE).getOrDefault(ZERO, List.of()));
    all.sort(null);
    assertThat(all).isEqualTo(List.copyOf(simulation.cluster().records(ZERO)));
  }

  private static List<Long> letters(Simulation simulation) throws IOException {
    return simulation.offsets(Simulation.LETTERS).getOrDefault(ZERO, List.of());
  }

  private static void produce(Simulation simulation, int badPercent) {
    simulation.cluster().spoil(badPercent);
    for (int round = 0; round < 10; round++) {
      simulation.cluster().produce(new Random(round));
    }
  }
}
