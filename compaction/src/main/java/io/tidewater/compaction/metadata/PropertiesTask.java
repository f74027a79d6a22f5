/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.metadata;

import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskContext;
import io.tidewater.compaction.task.TaskKind;
import io.tidewater.compaction.task.TaskResult;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.Table;
import org.apache.iceberg.UpdateProperties;

/** Sets properties of a table that still has none of that name. */
final class PropertiesTask implements Task {
  private final TableView view;
  private final Map<String, String> missing;
  private final String reason;

  PropertiesTask(TableView view, Map<String, String> missing, String reason) {
    this.view = view;
    this.missing = Map.copyOf(missing);
    this.reason = reason;
  }

  @Override
  public TaskKind kind() {
    return TaskKind.METADATA;
  }

  @Override
  public String reason() {
    return reason;
  }

  @Override
  public TaskResult run(TaskContext context) {
    Table table = view.table();
    table.refresh();
    Map<String, String> left = new TreeMap<>(missing);
    left.keySet().removeAll(table.properties().keySet());
    if (left.isEmpty()) {
      return TaskResult.nothing("somebody has set them meanwhile");
    }
    UpdateProperties update = table.updateProperties();
    left.forEach(update::set);
    update.commit();
    return TaskResult.done("set " + left);
  }
}
