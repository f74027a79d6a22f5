/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import org.apache.iceberg.MetadataColumns;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForLong;
import org.apache.parquet.column.values.factory.DefaultValuesWriterFactory;
import org.apache.parquet.column.values.factory.ValuesWriterFactory;
import org.apache.parquet.schema.Type;

/** Row ids mostly count up by one: as deltas they need next to nothing. */
final class LineageEncoding implements ValuesWriterFactory {
  private static final int INITIAL_BYTES = 1024;
  private final DefaultValuesWriterFactory others = new DefaultValuesWriterFactory();
  private ParquetProperties properties = ParquetProperties.builder().build();

  private LineageEncoding() {}

  static void addTo(ParquetProperties.Builder builder) {
    builder.withValuesWriterFactory(new LineageEncoding());
  }

  @Override
  public void initialize(ParquetProperties initialized) {
    properties = initialized;
    others.initialize(initialized);
  }

  @Override
  public ValuesWriter newValuesWriter(ColumnDescriptor column) {
    Type.ID id = column.getPrimitiveType().getId();
    if (id != null && id.intValue() == MetadataColumns.ROW_ID.fieldId()) {
      return new DeltaBinaryPackingValuesWriterForLong(
          INITIAL_BYTES, properties.getPageSizeThreshold(), properties.getAllocator());
    }
    return others.newValuesWriter(column);
  }
}
