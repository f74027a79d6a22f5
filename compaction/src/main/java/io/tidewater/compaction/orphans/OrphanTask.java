/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.orphans;

import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.storage.NamedFiles;
import io.tidewater.compaction.storage.SameStore;
import io.tidewater.compaction.storage.StoreClock;
import io.tidewater.compaction.task.Estimate;
import io.tidewater.compaction.task.Finding;
import io.tidewater.compaction.task.MemoryBudget;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskContext;
import io.tidewater.compaction.task.TaskKind;
import io.tidewater.compaction.task.TaskResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.SupportsPrefixOperations;

/**
 * One look at a table's storage: deletes what has waited long enough, and puts the rest on the
 * list. What metadata names is read after the storage was listed, so that a file committed
 * meanwhile is among it.
 */
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
  public String scope() {
    return Finding.WHOLE_TABLE;
  }

  @Override
  public Estimate estimate() {
    return Estimate.NEGLIGIBLE;
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
      return refuse(dispute.get());
    }
    SupportsPrefixOperations storage = subject.storage().orElseThrow();
    Instant now = storeTime(storage, context);
    try (MemoryBudget.Share heap = context.memory().take(HEAP);
        Scratch scratch = new Scratch(scratchFolder, context.newId())) {
      Inventory inventory = new Inventory(table, storage, scratch, context);
      NamedFiles named =
          new NamedFiles(table, context.workers(), bytes -> context.advance(bytes, 0));
      Buckets<ListedFile> listing = inventory.list();
      table.refresh();
      Buckets<NamedPath> names = inventory.names(named);
      Quarantine quarantine = new Quarantine(table, storage);
      Instant waitedSince = now.minus(policy.get(OrphanOptions.GRACE));
      Buckets<Fingerprint> waited =
          quarantine.read(waitedSince, () -> scratch.buckets(Fingerprint.FORM));
      Judgement judgement = new Judgement(table, scratch.buckets(Suspect.FORM), context);
      try (Buckets<Suspect> suspects = judgement.suspects()) {
        new Difference(listing, names, waited)
            .judge(
                SameStore.of(
                    policy.get(OrphanOptions.EQUAL_SCHEMES),
                    policy.get(OrphanOptions.EQUAL_AUTHORITIES)),
                now.minus(policy.get(OrphanOptions.MIN_AGE)),
                judgement);
      }
      Optional<String> objection = judgement.objection();
      if (objection.isPresent()) {
        return refuse(objection.get());
      }
      if (policy.get(OrphanOptions.MODE) != OrphanOptions.Mode.DELETE) {
        return TaskResult.done("Nothing was deleted. " + judgement + inventory.hidden());
      }
      context.stage("deleting");
      quarantine.write(context.newId(), judgement.suspects());
      Removal removal =
          new Removal(
              table, named, pause, context.clock(), policy.get(OrphanOptions.DELETES_PER_SECOND));
      removal.delete(judgement.suspects());
      quarantine.tidy(waitedSince);
      return done(removal, judgement, inventory);
    }
  }

  private Instant storeTime(SupportsPrefixOperations storage, TaskContext context) {
    return new StoreClock(subject.table(), storage)
        .ask(context.newId(), context.clock().instant(), policy.get(OrphanOptions.MAX_CLOCK_SKEW));
  }

  private static TaskResult done(Removal removal, Judgement judgement, Inventory inventory) {
    StringBuilder message = new StringBuilder("Deleted " + removal.deleted() + ". ");
    if (removal.failed() > 0) {
      message.append("The storage refused to delete ").append(removal.failed()).append(". ");
    }
    if (removal.spared() > 0) {
      message.append("Commits came to name ").append(removal.spared()).append(". ");
    }
    message.append(judgement).append(inventory.hidden());
    return new TaskResult(
        removal.failed() > 0 ? TaskResult.Outcome.PARTLY : TaskResult.Outcome.DONE,
        message.toString(),
        0,
        0,
        removal.deleted().files(),
        0,
        0);
  }

  private static TaskResult refuse(String reason) {
    return new TaskResult(
        TaskResult.Outcome.GIVEN_UP, "Nothing was deleted: " + reason, 0, 0, 0, 0, 0);
  }
}
