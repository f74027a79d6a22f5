/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.statistics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** How the sketches of a table get up to date. Decided from nothing but numbers. */
sealed interface SketchPlan {
  /** They are good enough. */
  record Keep(String reason) implements SketchPlan {}

  /** All files are read. */
  record Full(String reason) implements SketchPlan {}

  /**
   * The files that some snapshots added are read, on top of the sketches that there are.
   *
   * @param base the snapshot that the sketches are of
   * @param since the snapshots after it that added values, the oldest first
   * @param removedRows rows that were removed since all files were read
   */
  record Merge(long base, List<Long> since, long removedRows, String reason) implements SketchPlan {
    public Merge {
      since = List.copyOf(since);
    }
  }

  /** When sketches are good enough. */
  record Limits(Duration interval, double minChange, double maxRemoved) {}

  /**
   * A snapshot of the branch.
   *
   * @param replaces whether it holds the same rows as the one before, in other files
   * @param age how old it is
   * @param sketched rows removed since all files were read, if it has sketches of all the columns
   */
  record Step(
      long id,
      boolean replaces,
      Duration age,
      long addedRows,
      long removedRows,
      Optional<Long> sketched) {}

  /**
   * Decides.
   *
   * @param ancestors the head, and what came before it, the newest first
   * @param rows rows of the head
   */
  static SketchPlan of(List<Step> ancestors, long rows, Limits limits) {
    List<Long> since = new ArrayList<>();
    long added = 0;
    long removed = 0;
    for (Step step : ancestors) {
      if (step.sketched().isPresent()) {
        return onTopOf(step, since, new Change(added, removed, rows), limits);
      }
      if (!step.replaces()) {
        since.add(step.id());
        added += step.addedRows();
        removed += step.removedRows();
      }
    }
    return new Full("no snapshot of the branch has sketches of all the columns");
  }

  /** What happened to a table of some rows. */
  record Change(long added, long removed, long rows) {
    double ratio(long part) {
      return (double) part / Math.max(1, rows);
    }
  }

  private static SketchPlan onTopOf(Step base, List<Long> since, Change change, Limits limits) {
    long removed = base.sketched().orElseThrow() + change.removed();
    String numbers =
        change.added() + " rows added and " + removed + " removed, of " + change.rows();
    if (base.age().compareTo(limits.interval()) < 0) {
      return new Keep("sketched " + base.age().toMinutes() + " minutes ago");
    }
    if (change.ratio(removed) > limits.maxRemoved()) {
      return new Full("too many rows were removed: " + numbers);
    }
    if (since.isEmpty() || change.ratio(change.added()) < limits.minChange()) {
      return new Keep("little has changed: " + numbers);
    }
    List<Long> oldestFirst = new ArrayList<>(since);
    Collections.reverse(oldestFirst);
    return new Merge(base.id(), oldestFirst, removed, numbers);
  }
}
