/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.plan;

import io.tidewater.compaction.observe.Partition;
import io.tidewater.compaction.observe.SortKey;
import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.rewrite.FileGroup;
import io.tidewater.compaction.rewrite.Ordering;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableScan;
import org.apache.iceberg.io.CloseableIterable;

/** Lists the files of the partitions that are to be rewritten, and packs them into groups. */
public final class GroupPlanner {
  private final Table table;
  private final Policy policy;
  private final JudgeRules rules;
  private final SortKey key;

  public GroupPlanner(Table table, Policy policy) {
    this.table = table;
    this.policy = policy;
    this.rules = JudgeRules.of(policy);
    this.key = SortKey.of(table);
  }

  /**
   * The groups of some partitions, as they are on the head of a branch.
   *
   * @param head of the branch
   * @param verdicts those to be done
   */
  public List<FileGroup> plan(String branch, Snapshot head, List<Verdict> verdicts) {
    Map<Partition, List<FileScanTask>> files = new HashMap<>();
    verdicts.forEach(verdict -> files.put(verdict.partition(), new ArrayList<>()));
    TableScan scan =
        table.newScan().useRef(branch).filter(PartitionFilter.of(files.keySet(), table));
    if (key.type() != null) {
      scan = scan.includeColumnStats(List.of(table.schema().findColumnName(key.fieldId())));
    }
    try (CloseableIterable<FileScanTask> tasks = scan.planFiles()) {
      for (FileScanTask task : tasks) {
        List<FileScanTask> wanted = files.get(Partition.of(task.file()));
        if (wanted != null) {
          wanted.add(task);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return groups(head, verdicts, files);
  }

  private List<FileGroup> groups(
      Snapshot head, List<Verdict> verdicts, Map<Partition, List<FileScanTask>> files) {
    GroupPacker packer =
        new GroupPacker(rules.layout().groupBytes(), policy.get(RewriteOptions.MAX_GROUP_FILES));
    FileChoice choice = new FileChoice(rules, key);
    Ordering ordering = ordering();
    List<FileGroup> groups = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      List<FileScanTask> chosen =
          choice.of(verdict, files.getOrDefault(verdict.partition(), List.of()));
      chosen.sort(inOrder(ordering));
      for (List<FileScanTask> group : packer.pack(chosen)) {
        groups.add(
            new FileGroup(
                groups.size(),
                group,
                table.spec().specId(),
                head.sequenceNumber(),
                GroupPacker.targetOf(GroupPacker.bytes(group), rules.targetBytes()),
                ordering));
      }
    }
    return groups;
  }

  private Ordering ordering() {
    return switch (policy.get(RewriteOptions.ORDER)) {
      case NONE -> new Ordering.AsTheyStood();
      case TABLE -> key.sorts() ? new Ordering.Sorted(key.orderId()) : new Ordering.AsTheyStood();
      case ZORDER -> zorder(policy.get(RewriteOptions.ZORDER_COLUMNS));
    };
  }

  private Ordering zorder(List<String> columns) {
    if (columns.isEmpty()) {
      throw new IllegalArgumentException(
          RewriteOptions.ZORDER_COLUMNS
              + " ("
              + policy.origin(RewriteOptions.ZORDER_COLUMNS)
              + ") must name columns, since "
              + RewriteOptions.ORDER
              + " is zorder");
    }
    return new Ordering.Zorder(columns);
  }

  /** Sorted groups take files with neighbouring values; others take them as they were written. */
  private Comparator<FileScanTask> inOrder(Ordering ordering) {
    Comparator<FileScanTask> byAge =
        Comparator.<FileScanTask>comparingLong(task -> task.file().dataSequenceNumber())
            .thenComparing(task -> task.file().location());
    return ordering instanceof Ordering.Sorted
        ? Comparator.<FileScanTask>comparingDouble(
                task ->
                    key.range(task.file()).map(SortKey.Range::low).orElse(Double.NEGATIVE_INFINITY))
            .thenComparing(byAge)
        : byAge;
  }
}
