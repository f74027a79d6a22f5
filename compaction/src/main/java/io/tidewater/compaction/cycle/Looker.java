/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.cycle;

import io.tidewater.compaction.assess.Assessor;
import io.tidewater.compaction.assess.Handles;
import io.tidewater.compaction.assess.KindAssessment;
import io.tidewater.compaction.assess.TableAssessment;
import io.tidewater.compaction.journal.Journal;
import io.tidewater.compaction.journal.KindNotes;
import io.tidewater.compaction.metrics.ServiceMetrics;
import io.tidewater.compaction.metrics.ServiceMetrics.LookResult;
import io.tidewater.compaction.schedule.LookOrder;
import io.tidewater.compaction.schedule.LookReport;
import io.tidewater.compaction.schedule.PlannedTask;
import io.tidewater.compaction.source.Look;
import io.tidewater.compaction.source.TableSource;
import io.tidewater.compaction.task.TaskKind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Looks at a table, has it assessed if need be, and notes down what came of it. Thread-safe. */
final class Looker {
  private final TableSource source;
  private final Assessor assessor;
  private final Journal journal;
  private final ServiceMetrics metrics;
  private final InstantSource clock;

  Looker(
      TableSource source,
      Assessor assessor,
      Journal journal,
      ServiceMetrics metrics,
      InstantSource clock) {
    this.source = source;
    this.assessor = assessor;
    this.journal = journal;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** What a look came to. */
  sealed interface Result {
    record Unchanged() implements Result {}

    record Gone() implements Result {}

    record Assessed(LookReport report) implements Result {}
  }

  /**
   * Looks.
   *
   * @throws RuntimeException the catalog or the table could not be read
   */
  Result look(LookOrder order) {
    Look look = source.look(order.table(), order.condition());
    if (look instanceof Look.Loaded loaded) {
      metrics.looked(LookResult.LOADED);
      return new Result.Assessed(assessed(order, loaded));
    }
    if (look instanceof Look.Gone) {
      metrics.looked(LookResult.GONE);
      return new Result.Gone();
    }
    metrics.looked(LookResult.UNCHANGED);
    return new Result.Unchanged();
  }

  /** Notes that a look failed. */
  void failed(LookOrder order, Throwable reason) {
    metrics.looked(LookResult.FAILED);
    journal.problem(order.table().toString(), "could not be looked at: " + reason);
  }

  private LookReport assessed(LookOrder order, Look.Loaded loaded) {
    Set<TaskKind> kinds = order.kinds(loaded.mark());
    TableAssessment assessment =
        assessor.assess(
            order.table(),
            kinds,
            new Handles(loaded.table(), () -> source.catalog().loadTable(order.table())));
    Instant now = clock.instant();
    String name = order.table().toString();
    metrics.observed(name, loaded.table(), assessment.branch(), now);
    Map<TaskKind, KindNotes> notes = new EnumMap<>(TaskKind.class);
    Map<TaskKind, LookReport.Plan> plans = new EnumMap<>(TaskKind.class);
    assessment
        .kinds()
        .forEach(
            (kind, assessed) -> {
              notes.put(kind, notes(assessed, now));
              plans.put(kind, plan(order, assessed, now));
              metrics.planned(name, kind, assessed.estimate());
            });
    journal.looked(name, now, notes);
    if (!assessment.problems().isEmpty()) {
      journal.problem(name, String.join("; ", assessment.problems()));
    }
    return new LookReport(loaded.mark(), plans);
  }

  private static KindNotes notes(KindAssessment assessed, Instant now) {
    return KindNotes.of(
        now,
        assessed.assessment().tasks().size(),
        assessed.estimate(),
        assessed.assessment().findings());
  }

  private static LookReport.Plan plan(LookOrder order, KindAssessment assessed, Instant now) {
    return new LookReport.Plan(
        assessed.assessment().tasks().stream()
            .map(task -> new PlannedTask(order.table(), task, now, assessed.windows()))
            .toList(),
        assessed.interval(),
        assessed.waits());
  }
}
