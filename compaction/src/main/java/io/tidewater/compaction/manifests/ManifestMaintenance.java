/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.manifests;

import io.tidewater.compaction.commit.Patience;
import io.tidewater.compaction.policy.PolicyOption;
import io.tidewater.compaction.task.Assessment;
import io.tidewater.compaction.task.Finding;
import io.tidewater.compaction.task.Maintenance;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;

/** Writes manifests anew where they are small and many, or not clustered by partition. */
public final class ManifestMaintenance implements Maintenance {
  private final Patience patience;

  /**
   * @param patience between attempts to commit
   */
  public ManifestMaintenance(Patience patience) {
    this.patience = patience;
  }

  @Override
  public TaskKind kind() {
    return TaskKind.MANIFESTS;
  }

  @Override
  public List<PolicyOption<?>> options() {
    return ManifestOptions.ALL;
  }

  @Override
  public Assessment assess(TableView view) {
    if (!view.policy().get(ManifestOptions.ENABLED)) {
      return Assessment.nothing("switched off by " + view.policy().origin(ManifestOptions.ENABLED));
    }
    if (!view.branch().equals(SnapshotRef.MAIN_BRANCH)) {
      return Assessment.nothing("Iceberg rewrites manifests of the main branch only");
    }
    Snapshot head = view.table().snapshot(view.branch());
    if (head == null) {
      return Assessment.nothing("the table is empty");
    }
    return assess(view, head.allManifests(view.table().io()));
  }

  private Assessment assess(TableView view, List<ManifestFile> manifests) {
    Map<ManifestShape.Group, List<ManifestShape>> groups =
        new ManifestShapes(view.table(), view.now()).of(manifests);
    ManifestChoice.Limits limits = ManifestChoice.Limits.of(view.policy());
    List<Task> tasks = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    groups.forEach(
        (group, shapes) -> {
          Optional<ManifestChoice> choice = ManifestChoice.of(group, shapes, limits);
          choice.ifPresent(chosen -> tasks.add(new ManifestTask(view, chosen, patience)));
          findings.add(
              choice
                  .map(chosen -> Finding.planned(Finding.WHOLE_TABLE, chosen.reason()))
                  .orElseGet(
                      () -> Finding.skipped(Finding.WHOLE_TABLE, wellEnough(shapes, limits))));
        });
    return new Assessment(tasks, findings);
  }

  private static String wellEnough(List<ManifestShape> shapes, ManifestChoice.Limits limits) {
    ManifestShape.Group group = shapes.get(0).group();
    long small = shapes.stream().filter(limits::isSmall).count();
    return shapes.size()
        + " manifests of "
        + group.content().name().toLowerCase(Locale.ROOT)
        + " in spec "
        + group.specId()
        + ", "
        + small
        + " of them small: too few, too young, or clustered well enough";
  }
}
