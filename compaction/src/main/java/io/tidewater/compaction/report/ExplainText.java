/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.report;

import io.tidewater.compaction.assess.KindAssessment;
import io.tidewater.compaction.assess.TableAssessment;
import io.tidewater.compaction.policy.OptionBook;
import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.policy.PolicyOption;
import io.tidewater.compaction.task.Finding;
import io.tidewater.compaction.task.TaskKind;
import java.util.Locale;
import java.util.Optional;

/** Why something is or is not done to a table: its policy, and what every kind found. */
public final class ExplainText {
  private final OptionBook options;

  public ExplainText(OptionBook options) {
    this.options = options;
  }

  /** All of it, as lines. */
  public String table(String name, TableAssessment assessment) {
    StringBuilder text = new StringBuilder();
    text.append(name).append(", branch ").append(assessment.branch()).append('\n');
    assessment.problems().forEach(problem -> text.append("  WRONG: ").append(problem).append('\n'));
    text.append("\nPolicy, where it differs from the defaults\n");
    String settings = settings(assessment.policy());
    text.append(settings.isEmpty() ? "  nothing does\n" : settings);
    assessment.kinds().forEach((kind, assessed) -> text.append(kind(kind, assessed)));
    return text.toString();
  }

  private String settings(Policy policy) {
    StringBuilder text = new StringBuilder();
    for (PolicyOption<?> option : options.options()) {
      String origin = policy.origin(option);
      if (!origin.equals("default")) {
        text.append(
            String.format(
                Locale.ROOT,
                "  %-36s = %-20s %s%n",
                option.name(),
                value(policy, option).orElse("?"),
                origin));
      }
    }
    return text.toString();
  }

  private static Optional<String> value(Policy policy, PolicyOption<?> option) {
    try {
      return Optional.of(PolicyOption.print(policy.get(option)));
    } catch (IllegalArgumentException e) {
      // What is wrong with it is told among the problems.
      return Optional.empty();
    }
  }

  private static String kind(TaskKind kind, KindAssessment assessed) {
    StringBuilder text = new StringBuilder("\n").append(PolicyOption.print(kind)).append('\n');
    for (Finding finding : assessed.assessment().findings()) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %-13s %-24s %s%n",
              PolicyOption.print(finding.decision()),
              finding.scope(),
              finding.reason()));
    }
    return text.toString();
  }
}
