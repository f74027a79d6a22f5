/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.row;

import io.tidewater.compaction.rewrite.RowMoves;
import io.tidewater.compaction.rewrite.RowMoves.Place;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.longlong.Roaring64NavigableMap;

/** Notes where rows went, in the order in which they are written. */
final class MoveLog {
  private final RowMoves moves = new RowMoves();
  private String input = "";
  private long rows;
  private long seen;
  private Roaring64NavigableMap left = new Roaring64NavigableMap();
  private @Nullable Place to;
  private long start;

  /** Begins an input file. */
  void begin(String file, long rowsInFile) {
    input = file;
    rows = rowsInFile;
    seen = 0;
    start = 0;
    to = null;
    left = new Roaring64NavigableMap();
  }

  /** A row of the input was written; those between it and the one before were left out. */
  void moved(long position, Place place) {
    if (to != null && !place.file().equals(to.file())) {
      flush(position, to);
    }
    if (seen < position) {
      left.addRange(seen, position);
    }
    if (to == null) {
      to = place;
    }
    seen = position + 1;
  }

  /** Ends an input file. */
  void end() {
    if (to != null) {
      flush(rows, to);
    }
  }

  private void flush(long end, Place first) {
    if (end > seen) {
      left.addRange(seen, end);
    }
    moves.add(new Place(input, start), end - start, left, first);
    start = end;
    seen = end;
    to = null;
    left = new Roaring64NavigableMap();
  }

  RowMoves moves() {
    return moves;
  }
}
