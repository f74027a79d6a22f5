/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction;

import io.tidewater.compaction.console.ConsoleOptions;
import io.tidewater.compaction.cycle.CycleOptions;
import io.tidewater.compaction.journal.Journal;
import io.tidewater.compaction.lease.LeaseOptions;
import io.tidewater.compaction.metrics.ServiceMetrics;
import io.tidewater.compaction.policy.OptionBook;
import io.tidewater.compaction.policy.PolicyOption;
import io.tidewater.compaction.run.RunOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The options of the service itself, wherever they are defined. */
final class ServiceOptions {
  private ServiceOptions() {}

  static OptionBook book() {
    List<PolicyOption<?>> all = new ArrayList<>();
    groups().values().forEach(all::addAll);
    return new OptionBook(all);
  }

  /** By the headings of the page. */
  static Map<String, List<PolicyOption<?>>> groups() {
    Map<String, List<PolicyOption<?>>> groups = new LinkedHashMap<>();
    groups.put("Which tables, and how often", CycleOptions.all());
    groups.put("Limits", RunOptions.all());
    groups.put("Engine", EngineOptions.all());
    groups.put("Sharing tables among processes", LeaseOptions.all());
    List<PolicyOption<?>> seen = new ArrayList<>(ConsoleOptions.all());
    seen.addAll(List.of(Journal.HISTORY, ServiceMetrics.PER_TABLE));
    groups.put("To be seen", seen);
    return groups;
  }
}
