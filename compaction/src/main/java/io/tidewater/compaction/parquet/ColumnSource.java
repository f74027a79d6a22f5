/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import org.apache.parquet.column.ColumnDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Where the values of an output's column come from in one input.
 *
 * @param target the column of the output
 * @param source the column of the input, or null if it has none
 * @param fill what stands where the input has nothing
 */
record ColumnSource(ColumnDescriptor target, @Nullable ColumnDescriptor source, Fill fill) {
  /** Whether values change their type on the way, or gain a level: both only for plain columns. */
  boolean converts() {
    return source != null
        && (source.getPrimitiveType().getPrimitiveTypeName()
                != target.getPrimitiveType().getPrimitiveTypeName()
            || source.getMaxDefinitionLevel() != target.getMaxDefinitionLevel());
  }

  /** The input's column where there must be one. */
  ColumnDescriptor required() {
    if (source == null) {
      throw new IllegalStateException("no column for " + target);
    }
    return source;
  }
}
