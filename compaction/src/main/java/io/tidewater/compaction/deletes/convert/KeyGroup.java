/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.convert;

import io.tidewater.compaction.deletes.key.KeyFormat;
import io.tidewater.compaction.deletes.live.EqualityDelete;
import io.tidewater.compaction.deletes.live.KeyBounds;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.expressions.Expression;

/**
 * Equality deletes of a batch with the same scope and the same key columns.
 *
 * @param number of the group in its batch
 * @param filter what rows with any of the keys satisfy
 */
record KeyGroup(int number, KeyFormat keys, List<EqualityDelete> deletes, Expression filter) {
  static KeyGroup of(int number, List<EqualityDelete> deletes) {
    Expression filter =
        deletes.stream()
            .map(EqualityDelete::bounds)
            .reduce(KeyBounds::union)
            .orElseThrow()
            .filter();
    return new KeyGroup(number, deletes.get(0).keys(), List.copyOf(deletes), filter);
  }

  boolean mayDeleteFrom(DataFile file) {
    return deletes.stream().anyMatch(delete -> delete.mayDeleteFrom(file));
  }

  /** Size of the delete files. */
  long bytes() {
    return deletes.stream().mapToLong(delete -> delete.file().fileSizeInBytes()).sum();
  }
}
