/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.orphans;

import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.storage.StoreClock;
import io.tidewater.compaction.task.MemoryBudget;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskContext;
import io.tidewater.compaction.task.TaskKind;
import io.tidewater.compaction.task.TaskResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.apache.iceberg.Table;

/** A look at a table's storage: deletes what has waited long enough, and lists the rest. */
final class OrphanTask implements Task {
  private static final long HEAP = 64L << 20;

  private final TableTerritory subject;
  private final Policy policy;
  private final Path scratchFolder;
  private final Pause pause;

  OrphanTask(TableTerritory subject, Policy policy, Path scratchFolder, Pause pause) {
    this.subject = subject;
    this.policy = policy;
    this.scratchFolder = scratchFolder;
    this.pause = pause;
  }

  @Override
  public TaskKind kind() {
    return TaskKind.ORPHANS;
  }

  @Override
  public String reason() {
    return "files that no metadata names are looked for every "
        + policy.get(OrphanOptions.INTERVAL);
  }

  @Override
  public TaskResult run(TaskContext context) {
    Table table = subject.table();
    table.refresh();
    Optional<String> dispute = subject.dispute(policy);
    if (dispute.isPresent()) {
      return Look.refusal(dispute.get());
    }
    Instant now =
        new StoreClock(table, subject.storage().orElseThrow())
            .ask(
                context.newId(),
                context.clock().instant(),
                policy.get(OrphanOptions.MAX_CLOCK_SKEW));
    MemoryBudget.Share heap = context.memory().take(HEAP);
    try (heap;
        Scratch scratch = new Scratch(scratchFolder, context.newId())) {
      Look look = new Look(subject, policy, now, context, scratch);
      return look.sentence(look.judge(), pause);
    }
  }
}
