/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite;

/** Is told how work goes on; see {@link io.tidewater.compaction.task.TaskContext#advance}. */
@FunctionalInterface
public interface Pulse {
  Pulse NONE = (bytesRead, bytesWritten) -> {};

  void advance(long bytesRead, long bytesWritten);
}
