/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema;

import io.tidewater.compaction.commit.Patience;
import io.tidewater.compaction.policy.PolicyOption;
import io.tidewater.compaction.schema.follow.FollowOptions;
import io.tidewater.compaction.schema.follow.RegistryFollower;
import io.tidewater.compaction.schema.merge.ColumnMerger;
import io.tidewater.compaction.schema.merge.MergeOptions;
import io.tidewater.compaction.schema.upkeep.Advice;
import io.tidewater.compaction.schema.upkeep.MetadataCleaner;
import io.tidewater.compaction.schema.upkeep.UpkeepOptions;
import io.tidewater.compaction.task.Assessment;
import io.tidewater.compaction.task.Finding;
import io.tidewater.compaction.task.Maintenance;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskKind;
import io.tidewater.format.registry.SchemaRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that concerns the schema of a table. */
public final class SchemaMaintenance implements Maintenance {
  /** All options of the kind. */
  public static final List<PolicyOption<?>> OPTIONS =
      Stream.of(FollowOptions.ALL, MergeOptions.ALL, UpkeepOptions.ALL)
          .flatMap(List::stream)
          .toList();

  private final RegistryFollower follower;
  private final ColumnMerger merger;

  /**
   * @param registry the registry that producers use, best a {@link
   *     io.tidewater.format.registry.CachedSchemaRegistry}; empty if none is configured. Of the
   *     service and never of a table, whose owners could send the registry's credentials elsewhere
   * @param patience between attempts to commit
   */
  public SchemaMaintenance(Optional<SchemaRegistry> registry, Patience patience) {
    this.follower = new RegistryFollower(registry);
    this.merger = new ColumnMerger(patience);
  }

  @Override
  public TaskKind kind() {
    return TaskKind.SCHEMA;
  }

  @Override
  public List<PolicyOption<?>> options() {
    return OPTIONS;
  }

  @Override
  public Assessment assess(TableView view) {
    List<Task> tasks = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (Assessment each :
        List.of(
            follower.assess(view),
            merger.assess(view, FollowOptions.naming(view.policy())),
            MetadataCleaner.assess(view))) {
      tasks.addAll(each.tasks());
      findings.addAll(each.findings());
    }
    findings.addAll(Advice.on(view));
    return new Assessment(tasks, findings);
  }
}
