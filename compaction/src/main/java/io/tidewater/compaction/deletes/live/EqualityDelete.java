/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.live;

import io.tidewater.compaction.deletes.key.KeyFormat;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.expressions.InclusiveMetricsEvaluator;

/**
 * An equality delete that is live on a branch.
 *
 * @param file without metrics
 * @param scope where it applies, among data files with smaller data sequence numbers
 * @param keys the format of its keys
 * @param bounds between what its keys lie
 * @param matching tells by metrics whether a file may hold one of its keys
 */
public record EqualityDelete(
    DeleteFile file,
    Scope scope,
    KeyFormat keys,
    KeyBounds bounds,
    InclusiveMetricsEvaluator matching) {

  static EqualityDelete of(DeleteFile file, Scope scope, KeyFormat keys) {
    KeyBounds bounds = KeyBounds.of(keys, file);
    return new EqualityDelete(
        file.copyWithoutStats(),
        scope,
        keys,
        bounds,
        new InclusiveMetricsEvaluator(keys.schema(), bounds.filter()));
  }

  public long sequenceNumber() {
    return sequenceNumber(file);
  }

  /** Whether it may delete rows of a data file of its scope. */
  public boolean mayDeleteFrom(DataFile data) {
    return sequenceNumber(data) < sequenceNumber() && matching.eval(data);
  }

  /** The data sequence number of a file that was read from a manifest. */
  public static long sequenceNumber(ContentFile<?> file) {
    Long number = file.dataSequenceNumber();
    if (number == null) {
      throw new IllegalStateException(file.location() + " has no data sequence number");
    }
    return number;
  }
}
