/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roaringbitmap.longlong.Roaring64NavigableMap;

/** Where the rows of old files stand in new ones, for rewrites that keep the order of rows. */
public final class RowMoves implements Serializable {
  private final Map<String, List<Stretch>> stretches = new HashMap<>();

  /** A row: a data file's location, and the row's position in it, from 0. */
  public record Place(String file, long position) implements Serializable {}

  /**
   * Notes that a stretch of rows of an old file went, without those that were deleted, to a stretch
   * of a new one.
   *
   * @param from the first row of the stretch
   * @param rows its length, deleted rows included
   * @param deleted positions in the old file of all its rows that were left out; kept, not copied
   * @param to where its first row that was kept went, if any was
   */
  public void add(Place from, long rows, Roaring64NavigableMap deleted, Place to) {
    stretches
        .computeIfAbsent(from.file(), file -> new ArrayList<>())
        .add(new Stretch(from.position(), rows, deleted, to));
  }

  /** Where a row of an old file went; empty if it was left out, or is none of the group's. */
  public Optional<Place> of(Place old) {
    for (Stretch stretch : stretches.getOrDefault(old.file(), List.of())) {
      if (old.position() >= stretch.start && old.position() < stretch.start + stretch.rows) {
        return stretch.move(old.position());
      }
    }
    return Optional.empty();
  }

  private record Stretch(long start, long rows, Roaring64NavigableMap deleted, Place to)
      implements Serializable {
    Optional<Place> move(long position) {
      if (deleted.contains(position)) {
        return Optional.empty();
      }
      long before = deleted.rankLong(position) - (start == 0 ? 0 : deleted.rankLong(start - 1));
      return Optional.of(new Place(to.file(), to.position() + position - start - before));
    }
  }
}
