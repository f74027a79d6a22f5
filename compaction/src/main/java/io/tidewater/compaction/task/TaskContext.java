/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.task;

import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ExecutorService;

/** What a running task has of the service around it. Thread-safe. */
public interface TaskContext {
  /** Tells how many bytes the task will read and write in all, once it knows better. */
  void expect(long bytes);

  /**
   * Tells of work done, every few megabytes. Waits while the service has used up its bytes per
   * hour.
   *
   * @throws TaskCancelledException the task is to stop, and has nothing to clean up but its own
   *     memory: files that were not committed are left to the removal of orphans
   */
  void advance(long bytesRead, long bytesWritten);

  /** Says what it is about, for people who watch. */
  void stage(String what);

  /** The heap that all tasks share. */
  MemoryBudget memory();

  /** Threads for pieces of the task; as many run at a time as the service allows. */
  ExecutorService workers();

  /** Ids for commits and names of files. */
  UUID newId();

  InstantSource clock();
}
