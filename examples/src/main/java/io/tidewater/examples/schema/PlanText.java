/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.schema;

import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.types.Types.NestedField;

/** A plan in words: what each version does, and the verdict as last line. */
final class PlanText {
  private PlanText() {}

  static List<String> lines(SchemaPlan plan) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "subject %s, table %s%s"
            .formatted(
                plan.subject(), plan.table(), plan.exists() ? "" : ", which does not exist"));
    for (Step step : plan.steps()) {
      lines.add(
          "version %d (schema id %d): %s"
              .formatted(step.version(), step.schemaId(), step.severity().verdict()));
      step.changes().forEach(change -> lines.add("  " + change));
      step.settled()
          .forEach(problem -> lines.add("  settled by --on-conflict: " + problem.advice()));
      step.doubts().forEach(problem -> lines.add("  by value: " + problem.advice()));
      step.conflicts().forEach(problem -> lines.add("  conflict: " + problem.advice()));
    }
    if (!plan.exists() && !plan.result().columns().isEmpty()) {
      lines.add("columns:");
      plan.result().columns().forEach(column -> lines.add("  " + line(column)));
    }
    lines.add("verdict: " + plan.severity() + ", exit code " + plan.severity().exitCode());
    return lines;
  }

  private static String line(NestedField column) {
    return column.name()
        + " "
        + column.type()
        + (column.isRequired() ? " required" : "")
        + (column.initialDefaultLiteral() == null
            ? ""
            : " default " + column.initialDefaultLiteral());
  }
}
