/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.rewrite.FileGroup;
import io.tidewater.compaction.rewrite.RewrittenGroup;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row groups with pages that are large enough to be packed as pages. */
final class PagePackerTest {
  private static final ColumnarOptions PACK_ALL = new ColumnarOptions(1L << 40);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"2,11,zstd", "3,12,zstd", "3,13,snappy", "3,14,uncompressed"})
  void keepsEveryRow(int formatVersion, long seed, String codec) {
    try (TestTables tables = new TestTables(folder)) {
      Table table =
          tables.create(
              "events",
              RandomRows.EVERY_TYPE,
              PartitionSpec.unpartitioned(),
              formatVersion,
              Map.of(
                  "write.parquet.compression-codec",
                  codec,
                  "write.parquet.page-row-limit",
                  "1200",
                  "write.parquet.dict-size-bytes",
                  "60000"));
      RandomRows rows = new RandomRows(seed);
      Random random = new Random(seed);
      for (int i = 0; i < 3; i++) {
        DataFile file = TestTables.append(table, rows.of(table.schema(), 4500));
        if (i > 0) {
          Rewrites.delete(table, file, random, i * 200);
        }
      }
      List<Record> before = Rewrites.rows(table);
      FileGroup group = Rewrites.everything(table, 1L << 30);

      RewrittenGroup rewritten = Rewrites.rewrite(table, group, PACK_ALL);
      Rewrites.commit(table, group, rewritten);

      assertThat(Rewrites.differences(before, Rewrites.rows(table))).as("seed %s", seed).isEmpty();
      assertThat(rewritten.added().get(0).splitOffsets()).hasSize(1);
    }
  }
}
