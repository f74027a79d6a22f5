/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import io.tidewater.compaction.rewrite.RowMoves;
import io.tidewater.compaction.rewrite.RowMoves.Place;
import java.util.HashMap;
import java.util.Map;

/** Notes where the rows of slices go while files are written. */
final class Relocation {
  private final RowMoves moves = new RowMoves();
  private final Map<String, Long> rows = new HashMap<>();

  /** A slice's rows are the next ones of a file. */
  void moved(Slice slice, OutputFiles.Current file) {
    file.slices().add(slice);
    long before = rows.merge(file.location(), slice.kept(), Long::sum) - slice.kept();
    note(slice, new Place(file.location(), before));
  }

  /** No row of it was kept. */
  void dropped(Slice slice) {
    note(slice, new Place("", 0));
  }

  RowMoves moves() {
    return moves;
  }

  private void note(Slice slice, Place to) {
    moves.add(
        new Place(slice.input().file().location(), slice.start()),
        slice.rows(),
        slice.input().deleted(),
        to);
  }
}
