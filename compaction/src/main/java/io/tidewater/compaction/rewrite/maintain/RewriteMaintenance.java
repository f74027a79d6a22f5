/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.maintain;

import io.tidewater.compaction.commit.Patience;
import io.tidewater.compaction.observe.DeleteFacts;
import io.tidewater.compaction.observe.Observation;
import io.tidewater.compaction.observe.Observations;
import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.policy.PolicyOption;
import io.tidewater.compaction.rewrite.RewriteEngine;
import io.tidewater.compaction.rewrite.plan.JudgeRules;
import io.tidewater.compaction.rewrite.plan.PartitionJudge;
import io.tidewater.compaction.rewrite.plan.RewriteOptions;
import io.tidewater.compaction.rewrite.plan.Verdict;
import io.tidewater.compaction.task.Assessment;
import io.tidewater.compaction.task.Finding;
import io.tidewater.compaction.task.Finding.Decision;
import io.tidewater.compaction.task.Maintenance;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;

/** Writes data files anew: fewer, larger, sorted, without deleted rows. */
public final class RewriteMaintenance implements Maintenance {
  private final Observations observations;
  private final RewriteEngine engine;
  private final Patience patience;

  /**
   * @param observations what is known of tables, shared by all who look at them
   * @param engine where groups are rewritten
   * @param patience between attempts to commit
   */
  public RewriteMaintenance(Observations observations, RewriteEngine engine, Patience patience) {
    this.observations = observations;
    this.engine = engine;
    this.patience = patience;
  }

  @Override
  public TaskKind kind() {
    return TaskKind.REWRITE;
  }

  @Override
  public List<PolicyOption<?>> options() {
    return RewriteOptions.ALL;
  }

  @Override
  public Assessment assess(TableView view) {
    Policy policy = view.policy();
    if (!policy.get(RewriteOptions.ENABLED)) {
      return Assessment.nothing(
          "switched off by "
              + RewriteOptions.ENABLED
              + " ("
              + policy.origin(RewriteOptions.ENABLED)
              + ")");
    }
    Table table = view.table();
    Snapshot head = table.snapshot(view.branch());
    if (head == null) {
      return Assessment.nothing("branch " + view.branch() + " has no snapshot");
    }
    Observation observation = observations.of(table, view.branch(), head);
    PartitionJudge judge =
        new PartitionJudge(
            JudgeRules.of(policy), table.spec().specId(), global(table, observation), view.now());
    List<Verdict> verdicts =
        observation.partitions().entrySet().stream()
            .map(entry -> judge.judge(entry.getKey(), entry.getValue()))
            .sorted(BY_GAIN)
            .toList();
    return assessment(view, verdicts, policy.get(RewriteOptions.MAX_TASK_BYTES));
  }

  private static final Comparator<Verdict> BY_GAIN =
      Comparator.comparingDouble((Verdict verdict) -> -verdict.estimate().gainPerByte())
          .thenComparing(verdict -> verdict.partition().toString());

  /** Deletes of the whole table; without partitions they are the partition's own. */
  private static DeleteFacts global(Table table, Observation observation) {
    return table.specs().values().stream().allMatch(PartitionSpec::isUnpartitioned)
        ? DeleteFacts.NONE
        : observation.globalDeletes(table.specs());
  }

  private Assessment assessment(TableView view, List<Verdict> verdicts, long maxBytes) {
    List<Finding> findings = new ArrayList<>();
    List<Verdict> chosen = new ArrayList<>();
    long bytes = 0;
    for (Verdict verdict : verdicts) {
      String scope = Scope.of(verdict.partition(), view.table());
      Decision decision = verdict.decision();
      String reason = verdict.reason();
      if (decision == Decision.DO) {
        if (!chosen.isEmpty() && bytes + verdict.estimate().bytesRead() > maxBytes) {
          decision = Decision.WAIT;
          reason += "; others are worth more, and together they exceed rewrite.max-task-bytes";
        } else {
          chosen.add(verdict);
          bytes += verdict.estimate().bytesRead();
        }
      }
      findings.add(new Finding(scope, decision, reason));
    }
    List<Task> tasks =
        chosen.isEmpty() ? List.of() : List.of(new RewriteTask(view, chosen, engine, patience));
    return new Assessment(tasks, findings);
  }
}
