/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.util.PropertyUtil;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.Type;

/**
 * How a table wants its Parquet files, by its {@code write.parquet.*} properties.
 *
 * @param codec of what is encoded anew
 * @param codecs the configuration of codecs, with the level
 * @param rowGroupBytes how large row groups become by packing
 */
record WriterSettings(
    ParquetProperties encoding,
    CompressionCodecName codec,
    ParquetConfiguration codecs,
    long rowGroupBytes) {

  static WriterSettings of(Map<String, String> table, Layout layout) {
    ParquetProperties.Builder encoding =
        ParquetProperties.builder()
            .withPageSize(
                PropertyUtil.propertyAsInt(
                    table,
                    TableProperties.PARQUET_PAGE_SIZE_BYTES,
                    TableProperties.PARQUET_PAGE_SIZE_BYTES_DEFAULT))
            .withPageRowCountLimit(
                PropertyUtil.propertyAsInt(
                    table,
                    TableProperties.PARQUET_PAGE_ROW_LIMIT,
                    TableProperties.PARQUET_PAGE_ROW_LIMIT_DEFAULT))
            .withDictionaryPageSize(
                PropertyUtil.propertyAsInt(
                    table,
                    TableProperties.PARQUET_DICT_SIZE_BYTES,
                    TableProperties.PARQUET_DICT_SIZE_BYTES_DEFAULT))
            .withMaxBloomFilterBytes(
                PropertyUtil.propertyAsInt(
                    table,
                    TableProperties.PARQUET_BLOOM_FILTER_MAX_BYTES,
                    TableProperties.PARQUET_BLOOM_FILTER_MAX_BYTES_DEFAULT));
    if (table.getOrDefault(TableProperties.PARQUET_PAGE_VERSION, "v1").equals("v2")) {
      encoding.withWriterVersion(ParquetProperties.WriterVersion.PARQUET_2_0);
    }
    LineageEncoding.addTo(encoding);
    bloomFilters(table, layout, encoding);
    return new WriterSettings(
        encoding.build(),
        codec(table),
        levels(table),
        PropertyUtil.propertyAsLong(
            table,
            TableProperties.PARQUET_ROW_GROUP_SIZE_BYTES,
            TableProperties.PARQUET_ROW_GROUP_SIZE_BYTES_DEFAULT));
  }

  private static void bloomFilters(
      Map<String, String> table, Layout layout, ParquetProperties.Builder encoding) {
    Map<String, String> enabled =
        PropertyUtil.propertiesWithPrefix(
            table, TableProperties.PARQUET_BLOOM_FILTER_COLUMN_ENABLED_PREFIX);
    Map<String, String> rates =
        PropertyUtil.propertiesWithPrefix(
            table, TableProperties.PARQUET_BLOOM_FILTER_COLUMN_FPP_PREFIX);
    for (ColumnDescriptor column : layout.type().getColumns()) {
      Type.ID id = column.getPrimitiveType().getId();
      String name = id == null ? null : layout.schema().findColumnName(id.intValue());
      if (name != null && Boolean.parseBoolean(enabled.get(name))) {
        String path = String.join(".", column.getPath());
        encoding.withBloomFilterEnabled(path, true);
        String rate = rates.get(name);
        if (rate != null) {
          encoding.withBloomFilterFPP(path, Double.parseDouble(rate));
        }
      }
    }
  }

  private static CompressionCodecName codec(Map<String, String> table) {
    String name =
        table
            .getOrDefault(
                TableProperties.PARQUET_COMPRESSION, TableProperties.PARQUET_COMPRESSION_DEFAULT)
            .toUpperCase(Locale.ROOT);
    return CompressionCodecName.valueOf(name);
  }

  private static ParquetConfiguration levels(Map<String, String> table) {
    Map<String, String> levels = new HashMap<>();
    String level = table.get(TableProperties.PARQUET_COMPRESSION_LEVEL);
    if (level != null) {
      levels.put("parquet.compression.codec.zstd.level", level);
    }
    return new PlainParquetConfiguration(levels);
  }
}
