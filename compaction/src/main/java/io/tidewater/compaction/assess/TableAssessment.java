/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.assess;

import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.task.TaskKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What all kinds of maintenance that were asked think of a table.
 *
 * @param policy what is in force for it
 * @param branch the branch that is maintained
 * @param problems what is wrong with its policy; where there is any, nothing is done to the table
 * @param kinds in the order of the kinds
 */
public record TableAssessment(
    Policy policy, String branch, List<String> problems, Map<TaskKind, KindAssessment> kinds) {
  public TableAssessment {
    problems = List.copyOf(problems);
    Map<TaskKind, KindAssessment> ordered = new EnumMap<>(TaskKind.class);
    ordered.putAll(kinds);
    kinds = Collections.unmodifiableMap(ordered);
  }
}
