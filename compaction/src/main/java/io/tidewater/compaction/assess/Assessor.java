/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.assess;

import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.policy.PolicyOption;
import io.tidewater.compaction.policy.TablePolicies;
import io.tidewater.compaction.policy.TimeWindow;
import io.tidewater.compaction.schedule.KindOptions;
import io.tidewater.compaction.task.Assessment;
import io.tidewater.compaction.task.Finding;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the kinds of maintenance what they think of a table. Thread-safe. */
public final class Assessor {
  private static final Logger LOG = LoggerFactory.getLogger(Assessor.class);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(5);

  private final Maintenances maintenances;
  private final TablePolicies policies;
  private final InstantSource clock;
  private final boolean heedWindows;

  public Assessor(Maintenances maintenances, TablePolicies policies, InstantSource clock) {
    this(maintenances, policies, clock, true);
  }

  private Assessor(
      Maintenances maintenances, TablePolicies policies, InstantSource clock, boolean heedWindows) {
    this.maintenances = maintenances;
    this.policies = policies;
    this.clock = clock;
    this.heedWindows = heedWindows;
  }

  /** The same, at any time of the week: for a person who wants it now. */
  public Assessor atAnyTime() {
    return new Assessor(maintenances, policies, clock, false);
  }

  /**
   * Asks some kinds.
   *
   * @param handles of the table, each for one kind alone, since its tasks will go on using it
   */
  public TableAssessment assess(TableIdentifier name, Set<TaskKind> kinds, Handles handles) {
    Table table = handles.latest();
    Policy policy = policies.of(name.toString(), table.properties());
    List<String> problems = maintenances.options().problems(policy);
    if (!problems.isEmpty()) {
      return refused(kinds, policy, problems);
    }
    String branch = policy.get(KindOptions.BRANCH);
    Map<TaskKind, KindAssessment> assessed = new EnumMap<>(TaskKind.class);
    for (TaskKind kind : new TreeSet<>(kinds)) {
      TableView view = new TableView(name, handles.latest(), branch, policy, clock.instant());
      KindAssessment assessment = assess(kind, view);
      if (!assessment.assessment().tasks().isEmpty()) {
        handles.used();
      }
      assessed.put(kind, assessment);
    }
    return new TableAssessment(policy, branch, List.of(), assessed);
  }

  private TableAssessment refused(Set<TaskKind> kinds, Policy policy, List<String> problems) {
    Map<TaskKind, KindAssessment> assessed = new EnumMap<>(TaskKind.class);
    List<Finding> findings =
        problems.stream().map(text -> Finding.needsPerson(Finding.WHOLE_TABLE, text)).toList();
    for (TaskKind kind : kinds) {
      assessed.put(
          kind,
          new KindAssessment(
              new Assessment(List.of(), findings),
              List.of(),
              maintenances.common(kind).interval().defaultValue(),
              false));
    }
    return new TableAssessment(policy, KindOptions.BRANCH.defaultValue(), problems, assessed);
  }

  private KindAssessment assess(TaskKind kind, TableView view) {
    KindOptions options = maintenances.common(kind);
    Policy policy = view.policy();
    List<TimeWindow> windows =
        heedWindows
            ? List.of(policy.get(KindOptions.WINDOW), policy.get(options.window()))
            : List.of();
    Duration interval = policy.get(options.interval());
    Optional<PolicyOption<Boolean>> off =
        List.of(KindOptions.ENABLED, options.enabled()).stream()
            .filter(option -> !policy.get(option))
            .findFirst();
    if (off.isPresent()) {
      return nothing(windows, interval, switchedOff(off.orElseThrow(), policy));
    }
    Optional<Instant> opens =
        windows.stream()
            .filter(window -> !window.contains(view.now()))
            .flatMap(window -> window.opensAfter(view.now()).stream())
            .max(Instant::compareTo);
    if (opens.isPresent()) {
      Instant opening = opens.orElseThrow();
      return nothing(
          windows,
          Duration.between(view.now(), opening),
          Finding.waiting(Finding.WHOLE_TABLE, "outside its window, which opens at " + opening));
    }
    return ask(kind, view, windows, interval);
  }

  private KindAssessment ask(
      TaskKind kind, TableView view, List<TimeWindow> windows, Duration interval) {
    try {
      Assessment assessment = maintenances.of(kind).assess(view);
      boolean waits =
          assessment.findings().stream()
              .anyMatch(finding -> finding.decision() == Finding.Decision.WAIT);
      return new KindAssessment(assessment, windows, interval, waits);
    } catch (RuntimeException e) {
      LOG.warn("{} table={} could not be assessed", kind, view.name(), e);
      return nothing(
          windows,
          AFTER_FAILURE,
          Finding.waiting(Finding.WHOLE_TABLE, "could not be assessed: " + e));
    }
  }

  private static Finding switchedOff(PolicyOption<Boolean> option, Policy policy) {
    return Finding.skipped(
        Finding.WHOLE_TABLE,
        "switched off: %s=false (%s)".formatted(option.name(), policy.origin(option)));
  }

  private static KindAssessment nothing(
      List<TimeWindow> windows, Duration interval, Finding finding) {
    return new KindAssessment(
        new Assessment(List.of(), List.of(finding)), windows, interval, false);
  }
}
