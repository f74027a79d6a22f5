/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.commit;

import io.tidewater.compaction.rewrite.RowMoves;
import io.tidewater.compaction.rewrite.RowMoves.Place;
import io.tidewater.compaction.rewrite.row.SharedDeletes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.DeleteLoader;
import org.apache.iceberg.deletes.PositionDeleteIndex;
import org.apache.iceberg.util.ContentFileUtil;
import org.roaringbitmap.longlong.Roaring64NavigableMap;

/** Follows deletes of rows of inputs to the outputs that they went to. */
final class LatePatch {
  private static final long KEPT = 32 << 20;

  private final DeleteLoader loader;

  LatePatch(Table table) {
    this.loader = new SharedDeletes(table.io(), KEPT);
  }

  /**
   * Positions to be deleted in outputs, by location; nothing if it is not known where the rows
   * went.
   */
  Optional<Map<String, Roaring64NavigableMap>> of(Fate.Lands group) {
    Map<String, Roaring64NavigableMap> patch = new HashMap<>();
    for (Map.Entry<String, List<DeleteFile>> late : group.lateDeletes().entrySet()) {
      PositionDeleteIndex positions =
          loader.loadPositionDeletes(newest(late.getValue()), late.getKey());
      if (positions.isEmpty()) {
        continue;
      }
      Optional<RowMoves> moves = group.group().result().knownMoves();
      if (moves.isEmpty()) {
        return Optional.empty();
      }
      positions.forEach(
          position ->
              moves
                  .get()
                  .of(new Place(late.getKey(), position))
                  .ifPresent(
                      place ->
                          patch
                              .computeIfAbsent(place.file(), file -> new Roaring64NavigableMap())
                              .addLong(place.position())));
    }
    return Optional.of(patch);
  }

  /** A deletion vector holds what all position deletes of its file held before. */
  private static List<DeleteFile> newest(List<DeleteFile> deletes) {
    return deletes.stream().filter(ContentFileUtil::isDV).findFirst().map(List::of).orElse(deletes);
  }
}
