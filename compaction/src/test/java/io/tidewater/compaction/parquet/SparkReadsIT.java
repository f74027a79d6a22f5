/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.rewrite.FileGroup;
import io.tidewater.testing.spark.SparkSettings;
import io.tidewater.testing.spark.SparkSql;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.hadoop.HadoopCatalog;
import org.apache.iceberg.types.TypeUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark reads what was written without any engine: all columns, lineage, and by page indexes. */
final class SparkReadsIT {
  private static final long SEED = 41;

  /** A time column would make the whole table unreadable for Spark. */
  private static final Schema SCHEMA = TypeUtil.selectNot(RandomRows.EVERY_TYPE, Set.of(12));

  private static final List<String> QUERIES =
      List.of(
          "SELECT *, _row_id, _last_updated_sequence_number FROM lake.shop.events ORDER BY id",
          "SELECT id, _row_id FROM lake.shop.events WHERE id BETWEEN 4300 AND 4310 ORDER BY id",
          "SELECT kind, count(*), max(name) FROM lake.shop.events GROUP BY kind ORDER BY kind",
          "SELECT count(*) FROM lake.shop.events WHERE _row_id IS NULL");

  @TempDir Path folder;

  @Test
  void readsCopiedAndPackedRowGroups() {
    Path warehouse = folder.resolve("warehouse");
    HadoopCatalog catalog = new HadoopCatalog(new Configuration(), warehouse.toString());
    Table table =
        catalog.createTable(
            TableIdentifier.of("shop", "events"),
            SCHEMA,
            PartitionSpec.unpartitioned(),
            Map.of("format-version", "3", "write.parquet.page-row-limit", "1000"));
    RandomRows rows = new RandomRows(SEED);
    for (int i = 0; i < 3; i++) {
      DataFile file = TestTables.append(table, rows.of(SCHEMA, 4500));
      if (i < 2) {
        Rewrites.delete(table, file, new Random(SEED + i), 30);
      }
    }
    try (SparkSql spark =
        SparkSql.start(
            new SparkSettings(
                folder.resolve("spark"),
                "lake",
                Map.of("type", "hadoop", "warehouse", warehouse.toString()),
                768,
                Map.of()))) {
      List<List<List<Object>>> before =
          QUERIES.stream().map(query -> spark.query(query).rows()).toList();
      FileGroup group = Rewrites.everything(table, 1L << 30);
      Rewrites.commit(table, group, Rewrites.rewrite(table, group, new ColumnarOptions(1)));

      for (int i = 0; i < QUERIES.size(); i++) {
        assertThat(spark.query(QUERIES.get(i)).rows())
            .as(QUERIES.get(i))
            .containsExactlyElementsOf(before.get(i));
      }
    }
  }
}
