/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.bench.compaction;

import java.time.Duration;
import java.util.List;

/**
 * What a contender needed for a scenario.
 *
 * @param bytes of data files that each run rewrote
 * @param runs in order: the first one warms up
 */
record Result(String contender, Scenario scenario, long bytes, List<Run> runs) {
  Result {
    runs = List.copyOf(runs);
  }

  /** One rewrite of the whole table. */
  record Run(Duration cpu, Duration wall) {}

  /** Megabytes of input for each second of CPU time, over all runs, compilation included. */
  double overall() {
    return rate(runs.stream().map(Run::cpu).reduce(Duration.ZERO, Duration::plus)) * runs.size();
  }

  /** The same without the first run, or with it if it is the only one. */
  double steady() {
    List<Run> later = runs.size() > 1 ? runs.subList(1, runs.size()) : runs;
    return rate(later.stream().map(Run::cpu).reduce(Duration.ZERO, Duration::plus)) * later.size();
  }

  /** Megabytes of input for each second that passed, without the first run. */
  double steadyWall() {
    List<Run> later = runs.size() > 1 ? runs.subList(1, runs.size()) : runs;
    return rate(later.stream().map(Run::wall).reduce(Duration.ZERO, Duration::plus)) * later.size();
  }

  private double rate(Duration time) {
    return bytes / 1e6 / Math.max(0.001, time.toMillis() / 1000.0);
  }
}
