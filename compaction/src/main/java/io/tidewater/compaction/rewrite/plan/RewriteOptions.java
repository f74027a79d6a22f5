/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.plan;

import io.tidewater.compaction.policy.PolicyOption;
import java.time.Duration;
import java.util.List;
import org.apache.iceberg.TableProperties;

/** What a policy can say of rewriting data files. */
public final class RewriteOptions {
  private static final long MB = 1L << 20;
  private static final long GB = 1L << 30;

  /** Whether data files are rewritten at all. */
  public static final PolicyOption<Boolean> ENABLED =
      PolicyOption.flag("rewrite.enabled", true, "Whether data files are rewritten.");

  /** Size of new files. */
  public static final PolicyOption<Long> TARGET_FILE_SIZE =
      PolicyOption.bytes(
              "rewrite.target-file-size",
              TableProperties.WRITE_TARGET_FILE_SIZE_BYTES_DEFAULT,
              "How large new files become, roughly. Files of less than three quarters are small.")
          .orIceberg(TableProperties.WRITE_TARGET_FILE_SIZE_BYTES);

  /** Small files that make a busy partition worth a rewrite. */
  public static final PolicyOption<Long> MIN_INPUT_FILES =
      PolicyOption.count(
          "rewrite.min-input-files",
          8,
          "How many small files a partition that still receives data must have before they are"
              + " rewritten.");

  /** Bound of write amplification. */
  public static final PolicyOption<Double> GROWTH =
      PolicyOption.ratio(
          "rewrite.growth",
          4,
          "In a partition that still receives data a file is rewritten only together with others"
              + " that make its rows' new file so many times as large. Each byte is therefore"
              + " rewritten at most log(target size / first size) to this base times.");

  /** When a partition is finished. */
  public static final PolicyOption<Duration> COLD_AFTER =
      PolicyOption.duration(
          "rewrite.cold-after",
          Duration.ofHours(1),
          "A partition that has received nothing for so long is finished: all its small files are"
              + " rewritten once, however few.");

  /** Least gain for the effort. */
  public static final PolicyOption<Double> MIN_GAIN =
      PolicyOption.ratio(
          "rewrite.min-gain",
          0.01,
          "The least number of bytes that every full read of a partition must be spared for each"
              + " byte that its rewrite reads or writes. Opening a file counts as 4 MB.");

  /** Share of deleted rows. */
  public static final PolicyOption<Double> DELETE_RATIO =
      PolicyOption.ratio(
          "rewrite.delete-ratio",
          0.3,
          "Files are rewritten when this share of their rows is deleted by position.");

  /** Bound of memory for deletes. */
  public static final PolicyOption<Long> MAX_EQUALITY_DELETE_BYTES =
      PolicyOption.bytes(
          "rewrite.max-equality-delete-bytes",
          64 * MB,
          "A partition with more equality deletes than this waits until they are converted, which"
              + " is cheaper than applying them by a rewrite.");

  /** How rows are ordered. */
  public static final PolicyOption<Order> ORDER =
      PolicyOption.choice(
          "rewrite.order",
          Order.TABLE,
          "How rewritten rows are ordered: by the sort order of the table, if it has one; along a"
              + " Z-curve; or as they stood.");

  /** Columns of the Z-curve. */
  public static final PolicyOption<List<String>> ZORDER_COLUMNS =
      PolicyOption.list(
          "rewrite.zorder-columns", List.of(), "The columns of the Z-curve, two to four of them.");

  /** Tolerated overlap. */
  public static final PolicyOption<Long> OVERLAP_DEPTH =
      PolicyOption.count(
          "rewrite.overlap-depth",
          4,
          "Sorted files are merged where so many of them overlap in the leading sort column.");

  /** Whether old specs are rewritten. */
  public static final PolicyOption<Boolean> OLD_SPECS =
      PolicyOption.flag(
          "rewrite.old-specs",
          true,
          "Whether files of older partition specs are rewritten by the newest one, once their"
              + " partition is cold.");

  /** Size of groups. */
  public static final PolicyOption<Long> MAX_GROUP_BYTES =
      PolicyOption.bytes(
          "rewrite.max-group-bytes",
          2 * GB,
          "How much is rewritten as one piece: the unit of parallel work, of sorting, and of what"
              + " is lost when another writer comes first.");

  /** Files in groups. */
  public static final PolicyOption<Long> MAX_GROUP_FILES =
      PolicyOption.count(
          "rewrite.max-group-files", 1000, "How many files are rewritten as one piece.");

  /** Size of tasks. */
  public static final PolicyOption<Long> MAX_TASK_BYTES =
      PolicyOption.bytes(
          "rewrite.max-task-bytes",
          50 * GB,
          "How much of a table is rewritten by one task; what is more waits for the next look.");

  /** Size of commits. */
  public static final PolicyOption<Long> COMMIT_BYTES =
      PolicyOption.bytes(
          "rewrite.commit-bytes",
          10 * GB,
          "After how much rewritten input a task commits what it has so far.");

  /** All of them. */
  public static final List<PolicyOption<?>> ALL =
      List.of(
          ENABLED,
          TARGET_FILE_SIZE,
          MIN_INPUT_FILES,
          GROWTH,
          COLD_AFTER,
          MIN_GAIN,
          DELETE_RATIO,
          MAX_EQUALITY_DELETE_BYTES,
          ORDER,
          ZORDER_COLUMNS,
          OVERLAP_DEPTH,
          OLD_SPECS,
          MAX_GROUP_BYTES,
          MAX_GROUP_FILES,
          MAX_TASK_BYTES,
          COMMIT_BYTES);

  private RewriteOptions() {}

  /** Ways to order rows. */
  public enum Order {
    /** By the table's sort order, or as they stood where it has none. */
    TABLE,
    /** Along a Z-curve. */
    ZORDER,
    /** As they stood. */
    NONE
  }
}
