/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.erase;

import io.tidewater.compaction.commit.Patience;
import io.tidewater.compaction.task.TaskContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;

/**
 * Erases the rows of a request out of one table: first out of the heads of all branches, then, when
 * no head holds any, out of the past. Every step finds out by itself what is left to do, so that it
 * can be begun again after a crash at any point.
 */
final class TableErasure {
  private final ErasedTable subject;
  private final Table table;
  private final EraseRequest request;
  private final TaskContext context;
  private final Search search;
  private final History history;
  private final Set<String> rewritten = new TreeSet<>();
  private final List<Long> expired = new ArrayList<>();
  private final Set<String> deleted = new TreeSet<>();
  private long rows;

  TableErasure(ErasedTable subject, EraseRequest request, TaskContext context) {
    this.subject = subject;
    this.table = subject.table();
    this.request = request;
    this.context = context;
    this.search = new Search(table, subject.match(), context);
    this.history = new History(table, new EraseJournal(table, request), context);
  }

  /**
   * Does all of it.
   *
   * @param rounds how often heads are looked through
   */
  EraseReport.OfTable run(long rounds, Patience patience, Path spillFolder) {
    context.stage("deleting files of an interrupted run");
    deleted.addAll(history.delete());
    boolean clean = false;
    for (long round = 0; round < rounds && !clean; round++) {
      clean = eraseHeads(patience, spillFolder);
    }
    if (clean) {
      erasePast(patience, spillFolder);
    }
    return report();
  }

  /** Returns whether no head held any. */
  private boolean eraseHeads(Patience patience, Path spillFolder) {
    table.refresh();
    boolean clean = true;
    for (String branch : branches()) {
      Holdings held = search.in(List.of(table.snapshot(branch)));
      if (held.snapshots().isEmpty()) {
        continue;
      }
      clean = false;
      rewritten.addAll(held.files());
      BranchErasure erasure = new BranchErasure(subject, branch, context, patience, spillFolder);
      context.stage("deleting rows of branch " + branch);
      erasure.hide(held.dataFiles());
      erasure.rewrite(held.dataFiles());
      erasure.purge(search);
      rows += erasure.rows();
    }
    return clean;
  }

  private void erasePast(Patience patience, Path spillFolder) {
    context.stage("looking through the past");
    table.refresh();
    if (search.in(table.snapshots()).snapshots().isEmpty()) {
      return;
    }
    for (String branch : branches()) {
      new BranchErasure(subject, branch, context, patience, spillFolder).carryLedger();
    }
    table.refresh();
    expired.addAll(history.expire(search.in(table.snapshots()), request.tags()));
    context.stage("deleting files");
    deleted.addAll(history.delete());
  }

  private List<String> branches() {
    return table.refs().entrySet().stream()
        .filter(ref -> ref.getValue().isBranch())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private EraseReport.OfTable report() {
    table.refresh();
    Holdings left = search.in(table.snapshots());
    if (left.snapshots().isEmpty()) {
      history.close();
    }
    List<String> still = new ArrayList<>();
    Set<Long> byRefs = new HashSet<>();
    for (Map.Entry<String, SnapshotRef> ref : table.refs().entrySet()) {
      if (left.snapshots().contains(ref.getValue().snapshotId())) {
        byRefs.add(ref.getValue().snapshotId());
        still.add(describe(ref.getKey(), ref.getValue()));
      }
    }
    for (Snapshot snapshot : table.snapshots()) {
      if (left.snapshots().contains(snapshot.snapshotId())
          && !byRefs.contains(snapshot.snapshotId())) {
        still.add("snapshot " + snapshot.snapshotId() + ", until the request is run again");
      }
    }
    left.partly()
        .forEach(
            file ->
                still.add(
                    "maybe equality delete file "
                        + file
                        + ", which names a part of the key's columns, until it is converted"));
    return new EraseReport.OfTable(
        subject.name(),
        rows,
        List.copyOf(rewritten),
        expired,
        List.copyOf(deleted),
        still,
        EraseNotes.of(table));
  }

  private static String describe(String name, SnapshotRef ref) {
    if (ref.isBranch()) {
      return "branch " + name + ", to which others keep writing rows of the keys: run it again";
    }
    return "tag "
        + name
        + (ref.maxRefAgeMs() == null
            ? ", until it is dropped"
            : ", until it is older than " + ref.maxRefAgeMs() + " ms, or dropped");
  }
}
