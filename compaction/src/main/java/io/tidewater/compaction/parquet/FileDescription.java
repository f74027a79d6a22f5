/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.parquet.ParquetUtil;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;

/**
 * Describes a new file for the table's metadata. Nothing about the order of its rows is promised:
 * files that were sorted each are not sorted one after the other.
 */
record FileDescription(PartitionSpec spec, StructLike partition, MetricsConfig metrics) {
  DataFile of(String location, long bytes, ParquetMetadata footer, List<Slice> slices) {
    Metrics stored =
        ParquetUtil.footerMetrics(footer, new FloatMetrics(footer, slices).stream(), metrics);
    DataFiles.Builder file =
        DataFiles.builder(spec)
            .withPath(location)
            .withFormat(FileFormat.PARQUET)
            .withFileSizeInBytes(bytes)
            .withMetrics(stored)
            .withSplitOffsets(ParquetUtil.getSplitOffsets(footer));
    if (spec.isPartitioned()) {
      file.withPartition(partition);
    }
    return file.build();
  }
}
