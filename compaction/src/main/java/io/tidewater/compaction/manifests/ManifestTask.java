/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.manifests;

import io.tidewater.compaction.commit.BranchCommitter;
import io.tidewater.compaction.commit.Change.Attempt;
import io.tidewater.compaction.commit.CommitResult;
import io.tidewater.compaction.commit.Patience;
import io.tidewater.compaction.task.Estimate;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.Task;
import io.tidewater.compaction.task.TaskContext;
import io.tidewater.compaction.task.TaskKind;
import io.tidewater.compaction.task.TaskResult;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.RewriteManifests;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;

/** Rewrites some manifests of one group. */
final class ManifestTask implements Task {
  private final TableView view;
  private final ManifestChoice choice;
  private final Patience patience;

  ManifestTask(TableView view, ManifestChoice choice, Patience patience) {
    this.view = view;
    this.choice = choice;
    this.patience = patience;
  }

  @Override
  public TaskKind kind() {
    return TaskKind.MANIFESTS;
  }

  @Override
  public Estimate estimate() {
    return choice.estimate();
  }

  @Override
  public String reason() {
    return choice.reason();
  }

  @Override
  public TaskResult run(TaskContext context) {
    Table table = view.table();
    table.refresh();
    Snapshot head = table.snapshot(view.branch());
    List<ManifestFile> replaced = head == null ? List.of() : chosen(head);
    if (replaced.size() < choice.paths().size()) {
      return TaskResult.givenUp("a writer has merged some of the manifests already");
    }
    context.expect(2 * choice.estimate().bytesRead());
    context.stage("clustering " + replaced.size() + " manifests");
    List<ManifestFile> written =
        new Clustering(table, view.policy().get(ManifestOptions.TARGET_SIZE), context)
            .rewrite(replaced);
    CommitResult result =
        new BranchCommitter(table, view.branch(), context::newId, patience)
            .commit(now -> attempt(now, replaced, written));
    if (result instanceof CommitResult.GivenUp givenUp) {
      return TaskResult.givenUp(givenUp.reason());
    }
    return new TaskResult(
        TaskResult.Outcome.DONE,
        replaced.size() + " manifests became " + written.size(),
        2 * choice.estimate().bytesRead(),
        written.stream().mapToLong(ManifestFile::length).sum(),
        replaced.size(),
        written.size(),
        0);
  }

  private Attempt attempt(Snapshot head, List<ManifestFile> replaced, List<ManifestFile> written) {
    if (chosen(head).size() < replaced.size()) {
      return new Attempt.GiveUp("a writer has merged some of the manifests meanwhile");
    }
    return new Attempt.Commit<>(
        transaction -> {
          RewriteManifests update = transaction.rewriteManifests();
          replaced.forEach(update::deleteManifest);
          written.forEach(update::addManifest);
          return new MainRewrite(update);
        });
  }

  private List<ManifestFile> chosen(Snapshot head) {
    Set<String> paths = new HashSet<>(choice.paths());
    return head.allManifests(view.table().io()).stream()
        .filter(manifest -> paths.contains(manifest.path()))
        .toList();
  }
}
