/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schedule;

import io.tidewater.compaction.policy.PolicyOption;
import io.tidewater.compaction.policy.TimeWindow;
import io.tidewater.compaction.task.TaskKind;
import java.time.Duration;
import java.util.List;

/**
 * What every kind of maintenance can be told.
 *
 * @param enabled whether it is done at all
 * @param window when its tasks may begin
 * @param interval how often it looks at a table of its own accord
 */
public record KindOptions(
    PolicyOption<Boolean> enabled,
    PolicyOption<TimeWindow> window,
    PolicyOption<Duration> interval) {

  /** Whether a table is maintained at all. */
  public static final PolicyOption<Boolean> ENABLED =
      PolicyOption.flag("enabled", true, "Whether the table is maintained at all.");

  /** When tasks of any kind may begin. */
  public static final PolicyOption<TimeWindow> WINDOW =
      PolicyOption.window(
          "window",
          "When tasks may begin, for instance `22:00-06:00 UTC` or `mon-fri 20:00-24:00"
              + " Europe/Berlin, sat-sun 00:00-24:00`. A task that has begun is finished.");

  /** The branch that is maintained. */
  public static final PolicyOption<String> BRANCH =
      PolicyOption.text("branch", "main", "The branch of the table that is maintained.");

  /** Those that concern a table as a whole. */
  public static List<PolicyOption<?>> general() {
    return List.of(ENABLED, WINDOW, BRANCH);
  }

  /**
   * Those of one kind.
   *
   * @param own the options that its maintenance defines; where they bear the names, they serve
   */
  public static KindOptions of(TaskKind kind, List<PolicyOption<?>> own) {
    KindOptions common = common(kind);
    return new KindOptions(
        replaced(common.enabled(), own),
        replaced(common.window(), own),
        replaced(common.interval(), own));
  }

  @SuppressWarnings("unchecked") // of the same kind, so of the same type
  private static <T> PolicyOption<T> replaced(PolicyOption<T> common, List<PolicyOption<?>> own) {
    return own.stream()
        .filter(option -> option.name().equals(common.name()) && option.kind() == common.kind())
        .findFirst()
        .map(option -> (PolicyOption<T>) option)
        .orElse(common);
  }

  private static KindOptions common(TaskKind kind) {
    String name = PolicyOption.print(kind);
    return new KindOptions(
        PolicyOption.flag(name + ".enabled", true, "Whether this kind of maintenance is done."),
        PolicyOption.window(
            name + ".window", "When tasks of this kind may begin; both windows must be open."),
        PolicyOption.duration(
            name + ".interval",
            KindPace.of(kind).interval(),
            KindPace.of(kind).followsChanges()
                ? "After how long it looks at a table that has not changed. Each time that it finds"
                    + " nothing to do, it rests twice as long, up to a day."
                : "How often it looks at a table. While that does not change, each time that it"
                    + " finds nothing to do it rests twice as long, up to a day."));
  }

  public List<PolicyOption<?>> all() {
    return List.of(enabled, window, interval);
  }
}
