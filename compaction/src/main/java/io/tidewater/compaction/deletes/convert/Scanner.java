/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.convert;

import io.tidewater.compaction.deletes.key.KeyArena;
import io.tidewater.compaction.deletes.scan.KeyReader;
import io.tidewater.compaction.task.TaskCancelledException;
import io.tidewater.compaction.task.TaskContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.iceberg.DataFile;
import org.roaringbitmap.longlong.Roaring64NavigableMap;

/** Scans candidates with the threads of a task, for each memory full of keys. */
final class Scanner {
  private final BatchKeys keys;
  private final KeyReader reader;
  private final TaskContext context;
  private long bytesRead;

  Scanner(BatchKeys keys, KeyReader reader, TaskContext context) {
    this.keys = keys;
    this.reader = reader;
    this.context = context;
  }

  /** The deleted rows of each candidate, none where there are none. */
  Map<DataFile, Roaring64NavigableMap> scan(List<Candidate> candidates) {
    Map<DataFile, Roaring64NavigableMap> deleted = new HashMap<>();
    if (!candidates.isEmpty()) {
      keys.passes(arena -> pass(candidates, arena, deleted));
    }
    return deleted;
  }

  private void pass(
      List<Candidate> candidates, KeyArena arena, Map<DataFile, Roaring64NavigableMap> deleted) {
    CandidateScan scan = new CandidateScan(reader, arena);
    AtomicBoolean stop = new AtomicBoolean();
    List<Future<Roaring64NavigableMap>> results = new ArrayList<>();
    for (Candidate candidate : candidates) {
      results.add(context.workers().submit(() -> scanOne(scan, candidate, stop)));
    }
    RuntimeException failure = null;
    // All have to end, also after a failure: the keys are taken away then.
    for (int i = 0; i < results.size(); i++) {
      try {
        DataFile file = candidates.get(i).file();
        Roaring64NavigableMap rows = resultOf(results.get(i));
        if (!rows.isEmpty()) {
          deleted.computeIfAbsent(file, none -> new Roaring64NavigableMap()).or(rows);
        }
        bytesRead += candidates.get(i).bytes();
      } catch (RuntimeException e) {
        stop.set(true);
        failure = failure == null ? e : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private Roaring64NavigableMap scanOne(
      CandidateScan scan, Candidate candidate, AtomicBoolean stop) {
    if (stop.get()) {
      return new Roaring64NavigableMap();
    }
    Roaring64NavigableMap rows = scan.scan(candidate);
    context.advance(candidate.bytes(), 0);
    return rows;
  }

  private static Roaring64NavigableMap resultOf(Future<Roaring64NavigableMap> result) {
    try {
      return result.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TaskCancelledException("interrupted while scanning for deleted keys");
    } catch (CancellationException e) {
      throw new TaskCancelledException("cancelled while scanning for deleted keys");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("Scanning for deleted keys failed", e.getCause());
    }
  }

  long bytesRead() {
    return bytesRead;
  }
}
