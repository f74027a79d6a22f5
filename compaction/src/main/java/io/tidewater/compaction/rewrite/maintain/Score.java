/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.maintain;

import io.tidewater.compaction.rewrite.RewrittenGroup.Method;
import io.tidewater.compaction.rewrite.commit.Fate;
import io.tidewater.compaction.rewrite.commit.FinishedGroup;
import io.tidewater.compaction.task.TaskResult;
import io.tidewater.compaction.task.TaskResult.Outcome;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.iceberg.DataFile;
import org.jspecify.annotations.Nullable;

/** What became of the groups of a task. */
final class Score {
  private final Map<Method, Long> methods = new EnumMap<>(Method.class);
  private long landed;
  private long lost;
  private long failed;
  private long bytesRead;
  private long bytesWritten;
  private long filesRemoved;
  private long filesAdded;
  private String lastLoss = "";
  private @Nullable RuntimeException lastFailure;

  void landed(FinishedGroup group) {
    landed++;
    count(group);
    filesRemoved += group.group().inputs().size();
    filesAdded += group.result().added().size();
  }

  void lost(Fate.Lost loss) {
    lost++;
    count(loss.group());
    lastLoss = loss.reason();
  }

  /** A group could not be read any more, since others had replaced its inputs. */
  void lost() {
    lost++;
    lastLoss = "inputs were replaced and deleted while they were read";
  }

  void failed(RuntimeException cause) {
    failed++;
    lastFailure = cause;
  }

  private void count(FinishedGroup group) {
    bytesRead += group.group().inputBytes();
    bytesWritten += group.result().added().stream().mapToLong(DataFile::fileSizeInBytes).sum();
    group
        .result()
        .bytesByMethod()
        .forEach((method, size) -> methods.merge(method, size, Long::sum));
  }

  /**
   * The result of the task.
   *
   * @throws RuntimeException all groups failed
   */
  TaskResult result() {
    if (landed == 0 && lost == 0 && lastFailure != null) {
      throw lastFailure;
    }
    Outcome outcome =
        landed == 0 ? Outcome.GIVEN_UP : lost + failed == 0 ? Outcome.DONE : Outcome.PARTLY;
    return new TaskResult(
        outcome, message(), bytesRead, bytesWritten, filesRemoved, filesAdded, lost);
  }

  private String message() {
    StringBuilder message =
        new StringBuilder(
            String.format(Locale.ROOT, "%d files became %d", filesRemoved, filesAdded));
    if (!methods.isEmpty()) {
      message
          .append(" (bytes read by method: ")
          .append(
              methods.entrySet().stream()
                  .map(
                      entry ->
                          entry.getKey().name().toLowerCase(Locale.ROOT) + " " + entry.getValue())
                  .collect(Collectors.joining(", ")))
          .append(')');
    }
    if (lost > 0) {
      message.append("; ").append(lost).append(" groups lost to others: ").append(lastLoss);
    }
    if (failed > 0) {
      message.append("; ").append(failed).append(" groups failed: ").append(lastFailure);
    }
    return message.toString();
  }
}
