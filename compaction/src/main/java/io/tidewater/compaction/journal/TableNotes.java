/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.journal;

import io.tidewater.compaction.task.TaskKind;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of one table.
 *
 * @param looked when it was looked at last with success
 * @param problem why it cannot be looked at or maintained at present
 * @param kinds what each kind of maintenance thought of it
 */
public record TableNotes(
    Optional<Instant> looked, Optional<String> problem, Map<TaskKind, KindNotes> kinds) {
  /** Nothing yet. */
  public static final TableNotes NONE =
      new TableNotes(Optional.empty(), Optional.empty(), Map.of());

  public TableNotes {
    Map<TaskKind, KindNotes> ordered = new EnumMap<>(TaskKind.class);
    ordered.putAll(kinds);
    kinds = Collections.unmodifiableMap(ordered);
  }

  TableNotes with(Instant now, Map<TaskKind, KindNotes> newer) {
    Map<TaskKind, KindNotes> all = new EnumMap<>(TaskKind.class);
    all.putAll(kinds);
    all.putAll(newer);
    return new TableNotes(Optional.of(now), Optional.empty(), all);
  }

  TableNotes withProblem(String newer) {
    return new TableNotes(looked, Optional.of(newer), kinds);
  }
}
