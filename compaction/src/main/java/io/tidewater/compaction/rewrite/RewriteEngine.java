/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite;

import io.tidewater.compaction.task.TaskContext;
import java.util.List;
import org.apache.iceberg.Table;

/** Where groups are rewritten: threads of this process, or other machines. */
public interface RewriteEngine {
  /**
   * Rewrites groups, several at a time, and hands on each as soon as it is done. A group that fails
   * stops no other. Commits nothing.
   *
   * @param table as it was planned on, fit to be serialized; nobody refreshes it
   * @param outcomes told in the caller's thread, once for each group
   * @throws io.tidewater.compaction.task.TaskCancelledException the task was told to stop; nothing
   *     of it runs on
   */
  void run(Table table, List<FileGroup> groups, TaskContext context, Outcomes outcomes);

  /** What became of groups. */
  interface Outcomes {
    void rewritten(FileGroup group, RewrittenGroup result);

    void failed(FileGroup group, RuntimeException cause);
  }
}
