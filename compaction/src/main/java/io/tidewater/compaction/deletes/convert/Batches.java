/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.convert;

import io.tidewater.compaction.deletes.live.EqualityDelete;
import io.tidewater.compaction.deletes.live.KeyBounds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** Cuts equality deletes into batches whose keys fit into memory, near keys together. */
final class Batches {
  // What a key takes besides its values: sequence number, length, group, its share of slots.
  private static final long PER_KEY = 36;
  private static final long FIXED = 9;
  private static final long VARIABLE = 37;
  private static final int MOST_FILES = 10_000;

  private Batches() {}

  /** Those to convert first, as many as fit into so much heap, but at least one. */
  static List<EqualityDelete> first(List<EqualityDelete> pending, long bytes) {
    List<EqualityDelete> sorted = new ArrayList<>(pending);
    sorted.sort(
        Comparator.comparing(Batches::fieldIds)
            .thenComparing(Batches::place)
            .thenComparing(EqualityDelete::bounds, Batches::compareBounds)
            .thenComparingLong(EqualityDelete::sequenceNumber));
    List<EqualityDelete> batch = new ArrayList<>();
    long total = 0;
    for (EqualityDelete delete : sorted) {
      total += keyBytes(delete);
      if (!batch.isEmpty() && (total > bytes || batch.size() >= MOST_FILES)) {
        break;
      }
      batch.add(delete);
    }
    return batch;
  }

  /** About how much heap the keys of a delete take. */
  static long keyBytes(EqualityDelete delete) {
    long bytes = PER_KEY;
    for (Types.NestedField column : delete.keys().schema().columns()) {
      bytes += isFixed(column.type()) ? FIXED : VARIABLE;
    }
    return bytes * delete.file().recordCount();
  }

  private static boolean isFixed(Type type) {
    return switch (type.typeId()) {
      case BOOLEAN, INTEGER, LONG, FLOAT, DOUBLE, DATE, TIME, TIMESTAMP, TIMESTAMP_NANO -> true;
      default -> false;
    };
  }

  private static String fieldIds(EqualityDelete delete) {
    return delete.keys().schema().idToName().keySet().toString();
  }

  private static String place(EqualityDelete delete) {
    return delete.scope().partition() == null
        ? ""
        : delete.scope().specId() + "/" + delete.file().partition();
  }

  private static int compareBounds(KeyBounds one, KeyBounds two) {
    return KeyBounds.byFirstColumn().compare(one, two);
  }
}
