/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.bench.compaction;

import java.io.PrintStream;
import java.util.List;

/** Prints results as a table of Markdown. */
final class Report {
  private Report() {}

  static void print(List<Result> results, PrintStream out) {
    out.println("| scenario | by | MB | MB per CPU second, steady | with the first run | MB per second |");
    out.println("|---|---|---:|---:|---:|---:|");
    for (Scenario scenario : Scenario.values()) {
      List<Result> of = results.stream().filter(result -> result.scenario() == scenario).toList();
      for (Result result : of) {
        out.printf(
            "| %s | %s | %.0f | %.1f | %.1f | %.1f |%n",
            scenario.title(),
            result.contender(),
            result.bytes() / 1e6,
            result.steady(),
            result.overall(),
            result.steadyWall());
      }
      if (of.size() == 2) {
        out.printf(
            "| | factor | | %.1f | %.1f | %.1f |%n",
            of.get(0).steady() / of.get(1).steady(),
            of.get(0).overall() / of.get(1).overall(),
            of.get(0).steadyWall() / of.get(1).steadyWall());
      }
    }
  }
}
