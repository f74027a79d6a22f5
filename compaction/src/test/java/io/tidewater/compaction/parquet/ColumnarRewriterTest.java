/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.rewrite.FileGroup;
import io.tidewater.compaction.rewrite.RewrittenGroup;
import io.tidewater.compaction.rewrite.RewrittenGroup.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ColumnarRewriterTest {
  private static final ColumnarOptions COPY_ALL = new ColumnarOptions(1);
  private static final ColumnarOptions PACK_ALL = new ColumnarOptions(1L << 40);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"2,1", "3,2", "3,3"})
  void keepsEveryRowAndItsLineage(int formatVersion, long seed) {
    for (ColumnarOptions options : List.of(COPY_ALL, PACK_ALL, new ColumnarOptions(20_000))) {
      try (TestTables tables = new TestTables(folder.resolve(options.minCopyBytes() + ""))) {
        Table table = table(tables, formatVersion, Map.of());
        List<DataFile> files = fill(table, new Random(seed), 6, 500);
        Rewrites.delete(table, files.get(1), new Random(seed), 40);
        Rewrites.delete(table, files.get(4), new Random(seed), 499);
        List<Record> before = Rewrites.rows(table);
        FileGroup group = Rewrites.everything(table, 1L << 30);

        RewrittenGroup rewritten = Rewrites.rewrite(table, group, options);
        Rewrites.commit(table, group, rewritten);

        assertThat(Rewrites.differences(before, Rewrites.rows(table)))
            .as("seed %s, %s", seed, options)
            .isEmpty();
        assertThat(rewritten.added()).hasSize(1);
        assertThat(rewritten.bytesByMethod())
            .containsKey(options.equals(PACK_ALL) ? Method.TRANSCODE : Method.COPY);
      }
    }
  }

  private static Table table(TestTables tables, int formatVersion, Map<String, String> more) {
    Map<String, String> properties = new HashMap<>(more);
    properties.put(TableProperties.PARQUET_ROW_GROUP_SIZE_BYTES, "40000");
    properties.put("write.parquet.row-group-check-min-record-count", "100");
    return tables.create(
        "events", RandomRows.EVERY_TYPE, PartitionSpec.unpartitioned(), formatVersion, properties);
  }

  private static List<DataFile> fill(Table table, Random random, int files, int rows) {
    RandomRows source = new RandomRows(random.nextLong());
    List<DataFile> written = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      written.add(TestTables.append(table, source.of(table.schema(), rows)));
    }
    return written;
  }
}
