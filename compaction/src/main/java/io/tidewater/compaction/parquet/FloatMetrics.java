/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FieldMetrics;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * What footers do not tell of floating point columns: how many values are no number, and the bounds
 * of the others where some are none. Both are known as far as the inputs' metadata knows them; what
 * is not known is not said.
 */
final class FloatMetrics {
  private static final long UNKNOWN = -1;

  private final ParquetMetadata footer;
  private final Map<DataFile, Long> kept = new HashMap<>();

  /**
   * @param footer of a new file
   * @param slices whose rows are in it
   */
  FloatMetrics(ParquetMetadata footer, List<Slice> slices) {
    this.footer = footer;
    slices.forEach(slice -> kept.merge(slice.input().file(), slice.kept(), Long::sum));
  }

  Stream<FieldMetrics<?>> stream() {
    return footer.getFileMetaData().getSchema().getColumns().stream()
        .filter(column -> column.getMaxRepetitionLevel() == 0)
        .map(column -> column.getPrimitiveType())
        .filter(type -> type.getId() != null && isFloat(type.getPrimitiveTypeName()))
        .map(this::metrics);
  }

  private FieldMetrics<?> metrics(PrimitiveType column) {
    int id = column.getId().intValue();
    boolean single = column.getPrimitiveTypeName() == PrimitiveTypeName.FLOAT;
    FloatBounds bounds = new FloatBounds(single);
    long values = 0;
    long nulls = 0;
    for (BlockMetaData rowGroup : footer.getBlocks()) {
      for (ColumnChunkMetaData chunk : rowGroup.getColumns()) {
        if (column.getId().equals(chunk.getPrimitiveType().getId())) {
          values += chunk.getValueCount();
          boolean counted = nulls != UNKNOWN && chunk.getStatistics().isNumNullsSet();
          nulls = counted ? nulls + chunk.getStatistics().getNumNulls() : UNKNOWN;
          if (!bounds.include(chunk)) {
            kept.keySet().forEach(file -> bounds.include(id, file));
          }
        }
      }
    }
    return bounds.metrics(id, values, nulls, nans(id));
  }

  private long nans(int id) {
    long nans = 0;
    for (Map.Entry<DataFile, Long> entry : kept.entrySet()) {
      Map<Integer, Long> counts = entry.getKey().nanValueCounts();
      Long count = counts == null ? null : counts.get(id);
      boolean whole = entry.getValue() == entry.getKey().recordCount();
      if (count == null || (count > 0 && !whole)) {
        return UNKNOWN;
      }
      nans += count;
    }
    return nans;
  }

  private static boolean isFloat(PrimitiveTypeName type) {
    return type == PrimitiveTypeName.FLOAT || type == PrimitiveTypeName.DOUBLE;
  }
}
