/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.orphans;

import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.storage.NamedFiles;
import io.tidewater.compaction.storage.SameStore;
import io.tidewater.compaction.task.TaskContext;
import io.tidewater.compaction.task.TaskResult;
import io.tidewater.compaction.task.TaskResult.Outcome;
import java.time.Instant;
import java.util.Optional;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.SupportsPrefixOperations;

/** One look at a table's storage, by the time that it is there. For one thread. */
final class Look {
  private final Table table;
  private final Policy policy;
  private final Instant now;
  private final TaskContext context;
  private final Scratch scratch;
  private final Inventory inventory;
  private final NamedFiles named;
  private final Quarantine quarantine;

  Look(TableTerritory subject, Policy policy, Instant now, TaskContext context, Scratch scratch) {
    this.table = subject.table();
    this.policy = policy;
    this.now = now;
    this.context = context;
    this.scratch = scratch;
    SupportsPrefixOperations storage = subject.storage().orElseThrow();
    this.inventory = new Inventory(table, storage, scratch, context);
    this.named = new NamedFiles(table, context.workers(), bytes -> context.advance(bytes, 0));
    this.quarantine = new Quarantine(table, storage);
  }

  /**
   * Judges all files. What metadata names is read after the storage was listed, so that a file
   * committed meanwhile is among it.
   */
  Judgement judge() {
    Buckets<ListedFile> listing = inventory.list();
    table.refresh();
    Buckets<NamedPath> names = inventory.names(named);
    Buckets<Fingerprint> waited =
        quarantine.read(waitedSince(), () -> scratch.buckets(Fingerprint.FORM));
    Buckets<Suspect> suspects = scratch.buckets(Suspect.FORM);
    Judgement judgement = new Judgement(table, suspects, context);
    SameStore stores =
        SameStore.of(
            policy.get(OrphanOptions.EQUAL_SCHEMES), policy.get(OrphanOptions.EQUAL_AUTHORITIES));
    new Difference(listing, names, waited)
        .judge(stores, now.minus(policy.get(OrphanOptions.MIN_AGE)), judgement);
    suspects.close();
    return judgement;
  }

  /** Does what the policy says with the suspects. */
  TaskResult sentence(Judgement judgement, Pause pause) {
    Optional<String> objection = judgement.objection();
    if (objection.isPresent()) {
      return refusal(objection.get());
    }
    String seen = judgement + inventory.hidden();
    if (policy.get(OrphanOptions.MODE) != OrphanOptions.Mode.DELETE) {
      return TaskResult.done("Nothing was deleted. " + seen);
    }
    context.stage("deleting");
    quarantine.write(context.newId(), judgement.suspects());
    Removal removal =
        new Removal(
            table, named, pause, context.clock(), policy.get(OrphanOptions.DELETES_PER_SECOND));
    removal.delete(judgement.suspects());
    quarantine.tidy(waitedSince());
    return new TaskResult(
        removal.failed() > 0 ? Outcome.PARTLY : Outcome.DONE,
        removal + seen,
        0,
        0,
        removal.deleted().files(),
        0,
        0);
  }

  static TaskResult refusal(String reason) {
    return new TaskResult(Outcome.GIVEN_UP, "Nothing was deleted: " + reason, 0, 0, 0, 0, 0);
  }

  private Instant waitedSince() {
    return now.minus(policy.get(OrphanOptions.GRACE));
  }
}
