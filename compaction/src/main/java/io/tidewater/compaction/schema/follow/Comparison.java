/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.follow;

import io.tidewater.compaction.task.Assessment;
import io.tidewater.compaction.task.Finding;
import io.tidewater.compaction.task.Task;
import io.tidewater.format.schema.EvolutionPlan;
import io.tidewater.format.schema.Incoming;
import io.tidewater.format.schema.UnsupportedSchemaException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.iceberg.Table;

/** Compares a table with one version after the other, and collects what there is to say. */
final class Comparison {
  private final Table table;
  private final RecordMapping mapping;
  private final WriterSchemas writers;
  private final List<Step> steps = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  Comparison(Table table, RecordMapping mapping, WriterSchemas writers) {
    this.table = table;
    this.mapping = mapping;
    this.writers = writers;
  }

  void find(Finding finding) {
    findings.add(finding);
  }

  void add(Version version) {
    try {
      Incoming values = writers.of(version.schema(), version.subject());
      EvolutionPlan plan = mapping.plan(table, values);
      if (plan.hasChanges()) {
        steps.add(new Step(version, values, plan));
      }
      plan.conflicts().forEach(conflict -> find(conflict(version, conflict.describe())));
    } catch (UnsupportedSchemaException e) {
      find(conflict(version, String.valueOf(e.getMessage())));
    }
  }

  private static Finding conflict(Version version, String what) {
    return Finding.needsPerson(
        Finding.WHOLE_TABLE,
        version
            + " does not go into the table. "
            + what
            + ". If nobody does, the sink does with its records what its tidewater.on-conflict"
            + " says.");
  }

  Assessment assessment() {
    if (steps.isEmpty()) {
      if (findings.isEmpty()) {
        find(Finding.skipped(Finding.WHOLE_TABLE, "the table is as its registry's schemas say"));
      }
      return new Assessment(List.of(), findings);
    }
    // Ids tell the order between subjects, as they do to the sink.
    List<Step> ordered =
        steps.stream().sorted(Comparator.comparingInt(step -> step.version().schemaId())).toList();
    Task task = new FollowTask(table, mapping, ordered);
    find(Finding.planned(Finding.WHOLE_TABLE, task.reason()));
    return new Assessment(List.of(task), findings);
  }
}
