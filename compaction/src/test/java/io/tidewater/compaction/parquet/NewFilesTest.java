/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.rewrite.FileGroup;
import io.tidewater.compaction.rewrite.RewrittenGroup;
import io.tidewater.compaction.rewrite.RowMoves.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.MetadataColumns;
import org.apache.iceberg.Metrics;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetReaders;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.parquet.Parquet;
import org.apache.iceberg.parquet.ParquetSchemaUtil;
import org.apache.iceberg.parquet.ParquetUtil;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.internal.column.columnindex.OffsetIndex;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a rewrite tells of its new files. */
final class NewFilesTest {
  private static final long SEED = 21;

  @TempDir static Path folder;

  private static Table table;
  private static FileGroup group;
  private static RewrittenGroup rewritten;

  /** Of three files one is copied, and the others, which have lost rows, are packed. */
  @BeforeAll
  static void rewriteThreeFiles() {
    table =
        new TestTables(folder)
            .create(
                "events",
                RandomRows.EVERY_TYPE,
                PartitionSpec.unpartitioned(),
                3,
                Map.of("write.parquet.page-row-limit", "1000"));
    RandomRows rows = new RandomRows(SEED);
    Random random = new Random(SEED);
    for (int i = 0; i < 3; i++) {
      DataFile file = TestTables.append(table, rows.of(table.schema(), 4500));
      if (i < 2) {
        Rewrites.delete(table, file, random, 30);
      }
    }
    group = Rewrites.everything(table, 1L << 30);
    rewritten = Rewrites.rewrite(table, group, new ColumnarOptions(1));
  }

  @Test
  void tellsTheMetricsThatItsFooterHas() {
    DataFile file = rewritten.added().get(0);

    Metrics read =
        ParquetUtil.fileMetrics(
            table.io().newInputFile(file.location()), MetricsConfig.forTable(table));

    assertThat(file.recordCount()).isEqualTo(read.recordCount()).isEqualTo(3 * 4500 - 60);
    assertThat(file.columnSizes()).isEqualTo(read.columnSizes());
    assertThat(file.valueCounts()).isEqualTo(read.valueCounts());
    assertThat(file.nullValueCounts()).isEqualTo(read.nullValueCounts());
    assertThat(withoutRatio(file.lowerBounds())).isEqualTo(withoutRatio(read.lowerBounds()));
    assertThat(withoutRatio(file.upperBounds())).isEqualTo(withoutRatio(read.upperBounds()));
  }

  @Test
  void boundsNumbersAmongWhichSomeAreNone() {
    DataFile file = rewritten.added().get(0);
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    for (Record row : Rewrites.rows(table)) {
      Float ratio = (Float) row.getField("ratio");
      if (ratio != null && !ratio.isNaN()) {
        least = Math.min(least, ratio);
        most = Math.max(most, ratio);
      }
    }

    assertThat(bound(file.lowerBounds())).isBetween(-0.5f, least);
    assertThat(bound(file.upperBounds())).isBetween(most, 0.5f);
    assertThat(file.nanValueCounts()).as("rows were deleted").doesNotContainKey(4);
  }

  @Test
  void knowsWhereEveryRowWent() throws IOException {
    Map<String, List<Record>> now = new HashMap<>();
    for (DataFile file : rewritten.added()) {
      now.put(file.location(), read(file));
    }
    int deleted = 0;
    for (FileScanTask task : group.inputs()) {
      List<Record> old = read(task.file());
      for (int position = 0; position < old.size(); position++) {
        Optional<Place> place =
            rewritten.knownMoves().orElseThrow().of(new Place(task.file().location(), position));
        if (place.isEmpty()) {
          deleted++;
        } else {
          Record moved = now.get(place.get().file()).get((int) place.get().position());
          assertThat(moved.getField("id")).isEqualTo(old.get(position).getField("id"));
        }
      }
    }
    assertThat(deleted).isEqualTo(60);
  }

  @Test
  void keepsFieldIdsAndStoresLineage() throws IOException {
    try (ParquetFileReader reader = open(rewritten.added().get(0))) {
      assertThat(reader.getFileMetaData().getSchema())
          .isEqualTo(
              ParquetSchemaUtil.convert(
                  MetadataColumns.schemaWithRowLineage(table.schema()), "table"));
      assertThat(reader.getFileMetaData().getCreatedBy()).startsWith("parquet-mr");
    }
  }

  @Test
  void storesPageIndexesThatAgreeWithTheRowGroups() throws IOException {
    try (ParquetFileReader reader = open(rewritten.added().get(0))) {
      assertThat(rewritten.added().get(0).splitOffsets()).hasSize(reader.getRowGroups().size());
      for (BlockMetaData rowGroup : reader.getRowGroups()) {
        for (ColumnChunkMetaData chunk : rowGroup.getColumns()) {
          OffsetIndex pages = reader.readOffsetIndex(chunk);
          int last = pages.getPageCount() - 1;
          assertThat(pages.getOffset(0)).isEqualTo(chunk.getFirstDataPageOffset());
          assertThat(pages.getOffset(last) + pages.getCompressedPageSize(last))
              .as(chunk.toString())
              .isEqualTo(chunk.getStartingPos() + chunk.getTotalSize());
          assertThat(pages.getFirstRowIndex(last)).isLessThan(rowGroup.getRowCount());
          if (chunk.getColumnIndexReference() != null) {
            long nulls =
                reader.readColumnIndex(chunk).getNullCounts().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            assertThat(nulls).isEqualTo(chunk.getStatistics().getNumNulls());
          }
        }
      }
    }
  }

  private static ParquetFileReader open(DataFile file) throws IOException {
    return ParquetFileReader.open(
        new BufferedInput(table.io().newInputFile(file.location())), OpenInput.readOptions());
  }

  private static List<Record> read(DataFile file) throws IOException {
    Schema id = new Schema(Types.NestedField.required(1, "id", Types.LongType.get()));
    try (CloseableIterable<Record> rows =
        Parquet.read(table.io().newInputFile(file.location()))
            .project(id)
            .createReaderFunc(type -> GenericParquetReaders.buildReader(id, type))
            .build()) {
      List<Record> all = new ArrayList<>();
      rows.forEach(all::add);
      return all;
    }
  }

  /** The footer does not know the bounds of a column with values that are no number. */
  private static Map<Integer, ByteBuffer> withoutRatio(Map<Integer, ByteBuffer> bounds) {
    Map<Integer, ByteBuffer> others = new HashMap<>(bounds);
    others.remove(4);
    return others;
  }

  private static float bound(Map<Integer, ByteBuffer> bounds) {
    return Conversions.<Float>fromByteBuffer(Types.FloatType.get(), bounds.get(4));
  }
}
