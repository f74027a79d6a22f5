/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.convert;

import io.tidewater.compaction.deletes.key.KeyArena;
import io.tidewater.compaction.deletes.key.KeyBuffer;
import io.tidewater.compaction.deletes.key.KeyFormat;
import io.tidewater.compaction.deletes.live.EqualityDelete;
import io.tidewater.compaction.deletes.scan.KeyCursor;
import io.tidewater.compaction.deletes.scan.KeyReader;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.roaringbitmap.longlong.Roaring64NavigableMap;

/** Finds the rows of a data file whose keys were deleted after they were written. */
final class CandidateScan {
  private final KeyReader reader;
  private final KeyArena arena;

  CandidateScan(KeyReader reader, KeyArena arena) {
    this.reader = reader;
    this.arena = arena;
  }

  /** Positions of the deleted rows. */
  Roaring64NavigableMap scan(Candidate candidate) {
    Roaring64NavigableMap deleted = new Roaring64NavigableMap();
    IdentityHashMap<KeyFormat, List<KeyGroup>> byFormat = new IdentityHashMap<>();
    for (KeyGroup group : candidate.groups()) {
      byFormat.computeIfAbsent(group.keys(), keys -> new ArrayList<>()).add(group);
    }
    byFormat.forEach((keys, groups) -> scan(candidate, keys, groups, deleted));
    return deleted;
  }

  private void scan(
      Candidate candidate, KeyFormat keys, List<KeyGroup> groups, Roaring64NavigableMap deleted) {
    long written = EqualityDelete.sequenceNumber(candidate.file());
    Expression filter = groups.stream().map(KeyGroup::filter).reduce(Expressions::or).orElseThrow();
    int[] numbers = groups.stream().mapToInt(KeyGroup::number).toArray();
    KeyBuffer key = new KeyBuffer();
    try (KeyCursor rows = reader.open(candidate.file(), keys, filter)) {
      while (rows.next(key)) {
        for (int number : numbers) {
          key.group(number);
          if (arena.sequenceNumber(key) > written) {
            deleted.addLong(rows.position());
          }
        }
      }
    }
  }
}
