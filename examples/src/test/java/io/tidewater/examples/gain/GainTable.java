/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.gain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured, as a page of the documentation. */
final class GainTable {
  private final int minutes;
  private final int changes;
  private final List<String> layouts = new ArrayList<>();
  private final Map<String, List<String>> timings = new LinkedHashMap<>();

  GainTable(int minutes, int changes) {
    this.minutes = minutes;
    this.changes = changes;
  }

  void add(String state, Layout layout, Map<String, MeasuredQuery> measured) {
    layouts.add(
        "| %s | %,d | %,d | %,d | %,d |"
            .formatted(
                state,
                layout.dataFiles(),
                layout.deleteFiles(),
                layout.manifests(),
                layout.megabytes()));
    measured.forEach(
        (name, took) ->
            timings
                .computeIfAbsent(name, query -> new ArrayList<>())
                .add(
                    String.format(
                        Locale.ROOT,
                        "| %s | %s | %,d | %,d | %,.1f |",
                        name,
                        state,
                        took.millis(),
                        took.planningMillis(),
                        took.megabytes())));
  }

  String text() {
    List<String> lines = new ArrayList<>();
    lines.add("# What compaction is worth to a query");
    lines.add("");
    lines.add(
        "A topic of 8 partitions with orders that are placed, changed and deleted, written by the sink in upsert mode:");
    lines.add(
        "%,d commits of %,d records, as in %s of one-minute commits. Format version 3, tables on S3, queried by Trino."
            .formatted(minutes, changes, minutes == 1_440 ? "a day" : minutes + " minutes"));
    lines.add(
        "By `mvn -pl examples -am verify -Dtest=None -Dit.test=QueryGainIT -Dtidewater.gain.minutes=%d -Dtidewater.gain.changes=%d -Dtidewater.gain.write=true`"
            .formatted(minutes, changes));
    lines.add(
        "(and `-Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false`). Every state answers the same.");
    lines.add("Medians of 3 runs, on a small shared machine: compare, do not quote.");
    lines.add("");
    lines.add("| state | data files | delete files | manifests | MB |");
    lines.add("|---|---:|---:|---:|---:|");
    lines.addAll(layouts);
    lines.add("");
    lines.add("| query | state | ms | of it planning | MB read |");
    lines.add("|---|---|---:|---:|---:|");
    timings.values().forEach(lines::addAll);
    lines.add("");
    return String.join("\n", lines);
  }
}
