/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite;

import io.tidewater.compaction.task.TaskCancelledException;
import io.tidewater.compaction.task.TaskContext;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;
import org.apache.iceberg.Table;

/** Rewrites groups on the threads that the task's context lends. */
public final class LocalEngine implements RewriteEngine {
  /** More groups than threads, so that none of these waits for the committer. */
  private static final int UNDER_WAY = 8;

  private final List<Rewriting> ways;
  private final Path spillFolder;

  /**
   * @param ways from the cheapest to one that takes every group
   * @param spillFolder an existing local folder
   */
  public LocalEngine(List<Rewriting> ways, Path spillFolder) {
    this.ways = List.copyOf(ways);
    this.spillFolder = spillFolder;
  }

  @Override
  public void run(Table table, List<FileGroup> groups, TaskContext context, Outcomes outcomes) {
    Workplace workplace = new Workplace(context.memory(), spillFolder, context::newId);
    CompletionService<RewrittenGroup> service = new ExecutorCompletionService<>(context.workers());
    IdentityHashMap<Future<RewrittenGroup>, FileGroup> running = new IdentityHashMap<>();
    Iterator<FileGroup> waiting = groups.iterator();
    try {
      while (waiting.hasNext() || !running.isEmpty()) {
        while (waiting.hasNext() && running.size() < UNDER_WAY) {
          FileGroup group = waiting.next();
          running.put(
              service.submit(
                  () ->
                      Rewriting.choose(ways, table, group, workplace)
                          .rewrite(group, context::advance)),
              group);
        }
        Future<RewrittenGroup> finished = service.take();
        FileGroup group = Objects.requireNonNull(running.remove(finished), "group");
        tell(finished, group, outcomes);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TaskCancelledException("interrupted while groups were rewritten");
    } finally {
      stop(running.keySet().iterator());
    }
  }

  private static void tell(Future<RewrittenGroup> finished, FileGroup group, Outcomes outcomes)
      throws InterruptedException {
    RewrittenGroup result;
    try {
      result = finished.get();
    } catch (ExecutionException e) {
      outcomes.failed(group, failure(Objects.requireNonNullElse(e.getCause(), e)));
      return;
    }
    outcomes.rewritten(group, result);
  }

  private static RuntimeException failure(Throwable cause) {
    if (cause instanceof TaskCancelledException cancelled) {
      throw cancelled;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException failure
        ? failure
        : new IllegalStateException(cause.toString(), cause);
  }

  private static void stop(Iterator<Future<RewrittenGroup>> running) {
    Deque<Future<RewrittenGroup>> left = new ArrayDeque<>();
    running.forEachRemaining(left::add);
    left.forEach(future -> future.cancel(true));
  }
}
