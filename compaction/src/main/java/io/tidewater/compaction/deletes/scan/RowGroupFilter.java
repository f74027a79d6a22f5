/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.scan;

import org.apache.iceberg.Schema;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.parquet.ParquetBloomRowGroupFilter;
import org.apache.iceberg.parquet.ParquetDictionaryRowGroupFilter;
import org.apache.iceberg.parquet.ParquetMetricsRowGroupFilter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.schema.MessageType;

/** Which row groups may hold keys of interest, by statistics, dictionaries and bloom filters. */
final class RowGroupFilter {
  private final ParquetFileReader reader;
  private final MessageType fileSchema;
  private final boolean all;
  private final ParquetMetricsRowGroupFilter statistics;
  private final ParquetDictionaryRowGroupFilter dictionaries;
  private final ParquetBloomRowGroupFilter blooms;

  RowGroupFilter(Schema keys, Expression filter, MessageType fileSchema, ParquetFileReader reader) {
    this.reader = reader;
    this.fileSchema = fileSchema;
    this.all = filter.isEquivalentTo(Expressions.alwaysTrue());
    this.statistics = new ParquetMetricsRowGroupFilter(keys, filter);
    this.dictionaries = new ParquetDictionaryRowGroupFilter(keys, filter);
    this.blooms = new ParquetBloomRowGroupFilter(keys, filter);
  }

  boolean mayHoldKeys(int rowGroup) {
    if (all) {
      return true;
    }
    BlockMetaData block = reader.getRowGroups().get(rowGroup);
    return statistics.shouldRead(fileSchema, block)
        && dictionaries.shouldRead(fileSchema, block, reader.getDictionaryReader(block))
        && blooms.shouldRead(fileSchema, block, reader.getBloomFilterDataReader(block));
  }
}
