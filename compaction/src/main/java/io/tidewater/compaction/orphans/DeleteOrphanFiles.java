/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.orphans;

import io.tidewater.compaction.policy.PolicyOption;
import io.tidewater.compaction.task.Assessment;
import io.tidewater.compaction.task.Finding;
import io.tidewater.compaction.task.Maintenance;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.TaskKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Deletes files in a table's folders that no metadata names. */
public final class DeleteOrphanFiles implements Maintenance {
  private static final Duration LEAST_AGE = Duration.ofHours(1);

  private final Neighbours neighbours;
  private final Path scratchFolder;
  private final Pause pause;

  /**
   * @param neighbours the tables of the same catalog
   * @param scratchFolder on local disk; takes some 200 bytes for each file of a table while it is
   *     looked at
   * @param pause keeps deletions slow
   */
  public DeleteOrphanFiles(Neighbours neighbours, Path scratchFolder, Pause pause) {
    this.neighbours = neighbours;
    this.scratchFolder = scratchFolder;
    this.pause = pause;
  }

  @Override
  public TaskKind kind() {
    return TaskKind.ORPHANS;
  }

  @Override
  public List<PolicyOption<?>> options() {
    return OrphanOptions.all();
  }

  @Override
  public Assessment assess(TableView view) {
    if (view.policy().get(OrphanOptions.MODE) == OrphanOptions.Mode.OFF) {
      return Assessment.nothing("switched off by " + view.policy().origin(OrphanOptions.MODE));
    }
    requireAge(view);
    TableTerritory subject = new TableTerritory(view.name(), view.table(), neighbours);
    if (subject.storage().isPresent()) {
      Optional<Instant> next =
          new Quarantine(view.table(), subject.storage().get())
              .lastLook()
              .map(last -> last.plus(view.policy().get(OrphanOptions.INTERVAL)));
      if (next.isPresent() && next.get().isAfter(view.now())) {
        return new Assessment(
            List.of(),
            List.of(
                Finding.waiting(
                    Finding.WHOLE_TABLE, "the storage is listed again at " + next.get())));
      }
    }
    Optional<String> dispute = subject.dispute(view.policy());
    if (dispute.isPresent()) {
      return new Assessment(
          List.of(), List.of(Finding.needsPerson(Finding.WHOLE_TABLE, dispute.get())));
    }
    OrphanTask task = new OrphanTask(subject, view.policy(), scratchFolder, pause);
    return new Assessment(
        List.of(task), List.of(Finding.planned(Finding.WHOLE_TABLE, task.reason())));
  }

  private static void requireAge(TableView view) {
    Duration age = view.policy().get(OrphanOptions.MIN_AGE);
    if (age.compareTo(LEAST_AGE) < 0) {
      throw new IllegalArgumentException(
          OrphanOptions.MIN_AGE
              + " ("
              + view.policy().origin(OrphanOptions.MIN_AGE)
              + ") is "
              + age
              + ": less than "
              + LEAST_AGE
              + " would delete files that writers are about to commit");
    }
  }
}
