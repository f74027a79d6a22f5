/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.erase;

import io.tidewater.compaction.commit.Patience;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskContext;
import io.tidewater.compaction.task.TaskKind;
import io.tidewater.compaction.task.TaskResult;
import io.tidewater.compaction.task.TaskResult.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Carries out one request. */
final class EraseTask implements Task {
  private final TableView view;
  private final EraseRequest request;
  private final EraseSubjects subjects;
  private final EraseRequests requests;
  private final Tools tools;

  /** What it works with. */
  record Tools(Patience patience, Path spillFolder) {}

  EraseTask(
      TableView view,
      EraseRequest request,
      EraseSubjects subjects,
      EraseRequests requests,
      Tools tools) {
    this.view = view;
    this.request = request;
    this.subjects = subjects;
    this.requests = requests;
    this.tools = tools;
  }

  @Override
  public TaskKind kind() {
    return TaskKind.ERASE;
  }

  @Override
  public String reason() {
    return request.toString();
  }

  @Override
  public TaskResult run(TaskContext context) {
    List<EraseReport.OfTable> done = new ArrayList<>();
    try {
      Files.createDirectories(tools.spillFolder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // All of them are looked up first, so that a request that cannot be complete changes nothing.
    for (ErasedTable subject : subjects.of(view, request)) {
      done.add(
          new TableErasure(subject, request, context)
              .run(view.policy().get(EraseOptions.ROUNDS), tools.patience(), tools.spillFolder()));
    }
    EraseReport report = new EraseReport(request.id(), context.clock().instant(), done);
    requests.report(request, report);
    return result(report);
  }

  private static TaskResult result(EraseReport report) {
    long rows = 0;
    long files = 0;
    List<String> held = new ArrayList<>();
    for (EraseReport.OfTable table : report.tables()) {
      rows += table.rows();
      files += table.deletedFiles().size();
      held.addAll(table.stillHeld());
    }
    String message =
        "Request "
            + report.requestId()
            + ": deleted "
            + rows
            + " rows and "
            + files
            + " files. "
            + (held.isEmpty() ? "Nothing holds the keys any more." : "Held still by " + held + ".");
    return new TaskResult(
        held.isEmpty() ? Outcome.DONE : Outcome.PARTLY, message, 0, 0, files, 0, 0);
  }
}
