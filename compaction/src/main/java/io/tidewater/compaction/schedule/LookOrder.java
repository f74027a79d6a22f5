/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schedule;

import io.tidewater.compaction.task.TaskKind;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.catalog.TableIdentifier;

/**
 * A table to look at.
 *
 * @param mark of the state that was seen last; empty before the first look
 * @param due kinds of maintenance that want to see the table though it may not have changed
 * @param onChange kinds that want to see it if it has
 */
public record LookOrder(
    TableIdentifier table, Optional<String> mark, Set<TaskKind> due, Set<TaskKind> onChange) {
  public LookOrder {
    due = Set.copyOf(due);
    onChange = Set.copyOf(onChange);
  }

  /** The mark to show to the catalog: none if the table has to be loaded in any case. */
  public Optional<String> condition() {
    return due.isEmpty() ? mark : Optional.empty();
  }

  /** The kinds that assess the table, now that its present state is known. */
  public Set<TaskKind> kinds(String presentMark) {
    return mark.filter(presentMark::equals).isPresent() ? due : onChange;
  }
}
