/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.erase;

import io.tidewater.compaction.commit.Patience;
import io.tidewater.compaction.policy.PolicyOption;
import io.tidewater.compaction.task.Assessment;
import io.tidewater.compaction.task.Finding;
import io.tidewater.compaction.task.Maintenance;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.catalog.Catalog;

/** Takes out all that is stored of some keys, on request. */
public final class EraseByKey implements Maintenance {
  private final EraseRequests requests;
  private final Catalog catalog;
  private final EraseTask.Tools tools;

  /**
   * @param catalog where tables of dead letters are
   * @param spillFolder on local disk, for what does not fit into memory
   */
  public EraseByKey(EraseRequests requests, Catalog catalog, Patience patience, Path spillFolder) {
    this.requests = requests;
    this.catalog = catalog;
    this.tools = new EraseTask.Tools(patience, spillFolder);
  }

  @Override
  public TaskKind kind() {
    return TaskKind.ERASE;
  }

  @Override
  public List<PolicyOption<?>> options() {
    return EraseOptions.all();
  }

  @Override
  public Assessment assess(TableView view) {
    List<EraseRequest> pending = requests.pending(view.name());
    if (pending.isEmpty()) {
      return Assessment.nothing("nobody has asked to erase anything");
    }
    if (!view.policy().get(EraseOptions.ENABLED)) {
      return new Assessment(
          List.of(),
          List.of(
              Finding.needsPerson(
                  Finding.WHOLE_TABLE,
                  pending.size()
                      + " requests wait, and "
                      + EraseOptions.ENABLED
                      + " is not set for the table")));
    }
    EraseSubjects subjects = new EraseSubjects(catalog);
    List<Task> tasks = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (EraseRequest request : pending) {
      try {
        subjects.of(view, request);
        tasks.add(new EraseTask(view, request, subjects, requests, tools));
        findings.add(Finding.planned(Finding.WHOLE_TABLE, request.toString()));
      } catch (IllegalArgumentException e) {
        findings.add(Finding.needsPerson(Finding.WHOLE_TABLE, String.valueOf(e.getMessage())));
      }
    }
    return new Assessment(tasks, findings);
  }
}
