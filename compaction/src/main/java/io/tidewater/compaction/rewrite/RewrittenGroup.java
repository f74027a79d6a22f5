/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.DataFile;
import org.jspecify.annotations.Nullable;

/**
 * What a group became.
 *
 * @param id of the group
 * @param added the new files, none if all rows were deleted
 * @param moves where each row went, if the rewriter knows; lets a commit follow deletes that came
 *     while it worked
 * @param bytesByMethod how many bytes of input were handled in which way
 */
public record RewrittenGroup(
    int id, List<DataFile> added, @Nullable RowMoves moves, Map<Method, Long> bytesByMethod)
    implements Serializable {
  public RewrittenGroup {
    added = new ArrayList<>(added);
    bytesByMethod =
        bytesByMethod.isEmpty() ? new EnumMap<>(Method.class) : new EnumMap<>(bytesByMethod);
  }

  public Optional<RowMoves> knownMoves() {
    return Optional.ofNullable(moves);
  }

  /** The ways of rewriting, from the cheapest to the dearest. */
  public enum Method {
    /** Row groups copied as bytes. */
    COPY,
    /** Columns decoded and encoded, without putting rows together. */
    TRANSCODE,
    /** Rows read and written. */
    ROWS
  }
}
