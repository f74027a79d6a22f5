/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.assess;

import io.tidewater.compaction.policy.OptionBook;
import io.tidewater.compaction.policy.PolicyOption;
import io.tidewater.compaction.schedule.KindOptions;
import io.tidewater.compaction.task.Maintenance;
import io.tidewater.compaction.task.TaskKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The kinds of maintenance that there are, and all options of tables. */
public final class Maintenances {
  private final Map<TaskKind, Maintenance> kinds = new EnumMap<>(TaskKind.class);
  private final Map<TaskKind, KindOptions> options = new EnumMap<>(TaskKind.class);
  private final OptionBook book;

  /**
   * @throws IllegalArgumentException two are of one kind, or two options share a name
   */
  public Maintenances(List<Maintenance> all) {
    for (Maintenance maintenance : all) {
      if (kinds.put(maintenance.kind(), maintenance) != null) {
        throw new IllegalArgumentException("two maintenances are " + maintenance.kind());
      }
      options.put(maintenance.kind(), KindOptions.of(maintenance.kind(), maintenance.options()));
    }
    Set<PolicyOption<?>> every = new LinkedHashSet<>(KindOptions.general());
    for (TaskKind kind : kinds.keySet()) {
      every.addAll(optionsOf(kind));
    }
    this.book = new OptionBook(every);
  }

  /** The kinds, in their order. */
  public Set<TaskKind> kinds() {
    return Collections.unmodifiableSet(kinds.keySet());
  }

  /** All options that a table can have. */
  public OptionBook options() {
    return book;
  }

  /** The options of one kind: those that all kinds have, then its own. */
  public List<PolicyOption<?>> optionsOf(TaskKind kind) {
    Set<PolicyOption<?>> all = new LinkedHashSet<>(common(kind).all());
    all.addAll(of(kind).options());
    return List.copyOf(all);
  }

  Maintenance of(TaskKind kind) {
    Maintenance maintenance = kinds.get(kind);
    if (maintenance == null) {
      throw new IllegalArgumentException(
          "there is no maintenance " + PolicyOption.print(kind) + " here");
    }
    return maintenance;
  }

  KindOptions common(TaskKind kind) {
    KindOptions common = options.get(kind);
    if (common == null) {
      throw new IllegalArgumentException(
          "there is no maintenance " + PolicyOption.print(kind) + " here");
    }
    return common;
  }
}
