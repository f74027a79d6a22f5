/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.bench.compaction;

import java.io.PrintStream;
import java.util.List;

/** Prints results as a table of Markdown. */
final class Report {
  private Report() {}

  static void print(List<Result> results, PrintStream out) {
    out.println(
        "| scenario | by | MB | MB per CPU second, steady | with the first run | MB per second |");
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
      if (of.size() > 1) {
        factors(of.get(of.size() - 1), of.subList(0, of.size() - 1), out);
      }
    }
  }

  /** How many times as much as the last one each of the others does in the same time. */
  private static void factors(Result last, List<Result> others, PrintStream out) {
    for (Result other : others) {
      out.printf(
          "| | %s / %s | | **%.1f** | %.1f | %.1f |%n",
          other.contender(),
          last.contender(),
          other.steady() / last.steady(),
          other.overall() / last.overall(),
          other.steadyWall() / last.steadyWall());
    }
  }
}
