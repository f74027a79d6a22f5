/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.convert;

import io.tidewater.compaction.deletes.key.KeyArena;
import io.tidewater.compaction.deletes.key.KeyBuffer;
import io.tidewater.compaction.deletes.live.EqualityDelete;
import io.tidewater.compaction.deletes.scan.KeyCursor;
import java.util.function.LongConsumer;

/**
 * The keys of a batch, in memory as many at a time as there is room for. Where all of them fit they
 * are read only once.
 */
final class BatchKeys {
  private final Batch batch;
  private final KeySource source;
  private final KeyArena arena;
  private final LongConsumer bytesRead;
  private boolean complete;

  /**
   * @param bytesRead is told of bytes of delete files that were read
   */
  BatchKeys(Batch batch, KeySource source, KeyArena arena, LongConsumer bytesRead) {
    this.batch = batch;
    this.source = source;
    this.arena = arena;
    this.bytesRead = bytesRead;
  }

  /**
   * Runs a scan for each memory full of keys, until all keys have been there.
   *
   * @param scan looks keys up; may use threads, but is done when it returns
   */
  void passes(Scan scan) {
    if (complete) {
      scan.with(arena);
      return;
    }
    arena.clear();
    int passes = 0;
    KeyBuffer key = new KeyBuffer();
    for (KeyGroup group : batch.groups()) {
      for (EqualityDelete delete : group.deletes()) {
        passes += load(group, delete, key, scan);
      }
    }
    scan.with(arena);
    complete = passes == 0;
  }

  private int load(KeyGroup group, EqualityDelete delete, KeyBuffer key, Scan scan) {
    int passes = 0;
    try (KeyCursor keys = source.open(delete)) {
      while (keys.next(key)) {
        key.group(group.number());
        if (!arena.add(key, delete.sequenceNumber())) {
          passes++;
          scan.with(arena);
          arena.clear();
          arena.add(key, delete.sequenceNumber());
        }
      }
    }
    bytesRead.accept(delete.file().fileSizeInBytes());
    return passes;
  }

  /** Looks keys up. */
  @FunctionalInterface
  interface Scan {
    void with(KeyArena arena);
  }
}
