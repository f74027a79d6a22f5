/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.parquet.RowGroupPlan.Copy;
import io.tidewater.compaction.parquet.RowGroupPlan.Pack;
import java.util.List;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.PartitionSpec;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.longlong.Roaring64NavigableMap;

final class RowGroupPlanTest {
  private static final Input INPUT =
      new Input(
          DataFiles.builder(PartitionSpec.unpartitioned())
              .withPath("memory:///a.parquet")
              .withFileSizeInBytes(1)
              .withRecordCount(1)
              .build(),
          new ParquetMetadata(null, List.of()),
          new Roaring64NavigableMap());

  @Test
  void copiesWhatIsLargeAndClean() {
    Slice large = slice(100, 100, 50);

    assertThat(plan(large, large)).containsExactly(new Copy(large), new Copy(large));
  }

  @Test
  void packsWhatIsSmallUpToTheSizeOfARowGroup() {
    Slice small = slice(10, 10, 40);

    assertThat(plan(small, small, small, small, small))
        .containsExactly(new Pack(List.of(small, small, small)), new Pack(List.of(small, small)));
  }

  @Test
  void packsWhatHasLostRowsHoweverLarge() {
    Slice dirty = slice(100, 99, 80);

    assertThat(plan(dirty)).containsExactly(new Pack(List.of(dirty)));
  }

  @Test
  void keepsTheOrderOfRows() {
    Slice small = slice(10, 10, 5);
    Slice dirty = slice(10, 5, 5);
    Slice large = slice(100, 100, 50);

    assertThat(plan(small, dirty, large, dirty, small))
        .containsExactly(
            new Pack(List.of(small, dirty)), new Copy(large), new Pack(List.of(dirty, small)));
  }

  @Test
  void decodesNothingThatFindsNoCompany() {
    Slice small = slice(10, 10, 5);
    Slice large = slice(100, 100, 50);

    assertThat(plan(large, small, large))
        .containsExactly(new Copy(large), new Copy(small), new Copy(large));
  }

  @Test
  void copiesLessWhereFilesAreToBeSmall() {
    assertThat(ColumnarOptions.DEFAULT.minCopyBytes(512L << 20)).isEqualTo(8L << 20);
    assertThat(ColumnarOptions.DEFAULT.minCopyBytes(16L << 20)).isEqualTo(4L << 20);
  }

  private static List<RowGroupPlan.Step> plan(Slice... slices) {
    return RowGroupPlan.of(List.of(slices), 50, 120);
  }

  private static Slice slice(long rows, long kept, long bytes) {
    return new Slice(INPUT, 0, 0, rows, kept, bytes);
  }
}
