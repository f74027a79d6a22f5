/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.expiry;

import io.tidewater.compaction.commit.Patience;
import io.tidewater.compaction.policy.PolicyOption;
import io.tidewater.compaction.task.Assessment;
import io.tidewater.compaction.task.Finding;
import io.tidewater.compaction.task.Maintenance;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.TaskKind;
import java.time.Duration;
import java.util.List;

/** Forgets old snapshots, and deletes the files that only they held. */
public final class Expiry implements Maintenance {
  private static final Duration LATE = Duration.ofDays(1);

  private final Patience patience;
  private final Pause pause;

  /**
   * @param patience between attempts to commit
   * @param pause between deletions
   */
  public Expiry(Patience patience, Pause pause) {
    this.patience = patience;
    this.pause = pause;
  }

  @Override
  public TaskKind kind() {
    return TaskKind.EXPIRE;
  }

  @Override
  public List<PolicyOption<?>> options() {
    return ExpiryOptions.ALL;
  }

  @Override
  public Assessment assess(TableView view) {
    if (!view.policy().get(ExpiryOptions.ENABLED)) {
      return Assessment.nothing("switched off by " + view.policy().origin(ExpiryOptions.ENABLED));
    }
    TableState state = new TableState(view.table());
    if (!state.mayDeleteFiles()) {
      return Assessment.nothing("gc.enabled is false: files may belong to another table too");
    }
    Verdict verdict = ExpiryTask.decide(view, state.current(), view.now());
    if (verdict.refusal().isPresent()) {
      return new Assessment(
          List.of(), List.of(Finding.needsPerson(Finding.WHOLE_TABLE, verdict.refusal().get())));
    }
    return assessed(view, verdict);
  }

  private Assessment assessed(TableView view, Verdict verdict) {
    String numbers =
        verdict.expired().size()
            + " snapshots and "
            + verdict.refs().size()
            + " branches or tags may go; "
            + verdict.kept().size()
            + " snapshots stay ("
            + verdict.reasons()
            + ")";
    if (verdict.isEmpty()) {
      return Assessment.nothing(numbers);
    }
    boolean enough = verdict.expired().size() >= view.policy().get(ExpiryOptions.TRIGGER);
    if (!enough && verdict.refs().isEmpty() && verdict.overdue().compareTo(LATE) < 0) {
      return new Assessment(
          List.of(),
          List.of(
              Finding.waiting(
                  Finding.WHOLE_TABLE,
                  numbers + ": too few for a run, see " + ExpiryOptions.TRIGGER)));
    }
    return new Assessment(
        List.of(new ExpiryTask(view, verdict, numbers, patience, pause)),
        List.of(Finding.planned(Finding.WHOLE_TABLE, numbers)));
  }
}
