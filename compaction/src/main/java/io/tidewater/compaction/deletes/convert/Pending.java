/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.convert;

import io.tidewater.compaction.deletes.live.EqualityDelete;
import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Equality deletes that wait in one scope.
 *
 * @param keys that they delete, those deleted several times counted so often
 * @param age of the oldest
 */
record Pending(long files, long bytes, long keys, Duration age) {
  static Pending of(List<EqualityDelete> deletes, Duration age) {
    return new Pending(
        deletes.size(),
        sum(deletes, delete -> delete.file().fileSizeInBytes()),
        sum(deletes, delete -> delete.file().recordCount()),
        age);
  }

  private static long sum(List<EqualityDelete> deletes, ToLongFunction<EqualityDelete> value) {
    return deletes.stream().mapToLong(value).sum();
  }

  @Override
  public String toString() {
    return files
        + " equality deletes of "
        + keys
        + " keys and "
        + bytes
        + " bytes, the oldest "
        + age.toSeconds()
        + " s old";
  }
}
