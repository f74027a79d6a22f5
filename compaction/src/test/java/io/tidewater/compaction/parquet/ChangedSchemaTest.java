/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.compaction.fixture.TestTables;
import io.tidewater.compaction.rewrite.FileGroup;
import io.tidewater.compaction.rewrite.Ordering;
import io.tidewater.compaction.rewrite.RewrittenGroup;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Literal;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables whose files are of different schemas, and what has to go by rows. */
final class ChangedSchemaTest {
  private static final Schema OLD =
      new Schema(
          Types.NestedField.required(1, "id", Types.LongType.get()),
          Types.NestedField.optional(2, "count", Types.IntegerType.get()),
          Types.NestedField.optional(3, "ratio", Types.FloatType.get()),
          Types.NestedField.optional(4, "price", Types.DecimalType.of(9, 2)),
          Types.NestedField.optional(5, "old", Types.StringType.get()),
          Types.NestedField.optional(
              6,
              "address",
              Types.StructType.of(
                  Types.NestedField.optional(7, "street", Types.StringType.get()))));

  @TempDir Path folder;

  private final RandomRows rows = new RandomRows(31);
  private TestTables tables;
  private Table table;

  @BeforeEach
  void create() {
    tables = new TestTables(folder);
    table = tables.create("events", OLD, PartitionSpec.unpartitioned(), 3, Map.of());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 1L << 40})
  void bringsOldFilesToTheNewestColumns(long minCopyBytes) {
    append();
    table
        .updateSchema()
        .updateColumn("count", Types.LongType.get())
        .updateColumn("ratio", Types.DoubleType.get())
        .deleteColumn("old")
        .addColumn("tags", Types.ListType.ofOptional(90, Types.StringType.get()))
        .addColumn("text", Types.StringType.get())
        .commit();
    append();
    table
        .updateSchema()
        .renameColumn("text", "comment")
        .addColumn("none", Types.DateType.get())
        .commit();
    List<Record> before = Rewrites.rows(table);
    FileGroup group = Rewrites.everything(table, 1L << 30);

    assertThat(objection(group)).isEmpty();
    RewrittenGroup rewritten = Rewrites.rewrite(table, group, new ColumnarOptions(minCopyBytes));
    Rewrites.commit(table, group, rewritten);

    assertThat(Rewrites.differences(before, Rewrites.rows(table))).isEmpty();
  }

  @Test
  void keepsLineageThroughASecondRewrite() {
    append();
    append();
    FileGroup first = Rewrites.everything(table, 1L << 30);
    List<Record> before = Rewrites.rows(table);
    Rewrites.commit(table, first, Rewrites.rewrite(table, first, new ColumnarOptions(1)));
    FileGroup second = Rewrites.everything(table, 1L << 30);

    Rewrites.commit(table, second, Rewrites.rewrite(table, second, new ColumnarOptions(1)));

    assertThat(Rewrites.differences(before, Rewrites.rows(table))).isEmpty();
  }

  @Test
  void leavesLineageOpenForFilesFromBeforeTheUpgrade() {
    table = tables.create("older", OLD, PartitionSpec.unpartitioned(), 2, Map.of());
    append();
    table.updateProperties().set("format-version", "3").commit();
    append();
    FileGroup group = Rewrites.everything(table, 1L << 30);
    List<Record> before = Rewrites.rows(table);

    Rewrites.commit(table, group, Rewrites.rewrite(table, group, new ColumnarOptions(1)));

    List<Record> after = Rewrites.rows(table);
    for (int i = 0; i < before.size(); i++) {
      Object was = before.get(i).getField("_row_id");
      assertThat(after.get(i).getField("_row_id")).as("row %s", i).isNotNull();
      if (was != null) {
        assertThat(after.get(i).getField("_row_id")).isEqualTo(was);
      }
    }
    assertThat(after.stream().map(row -> row.getField("_row_id"))).doesNotHaveDuplicates();
  }

  @Test
  void objectsToAWiderDecimal() {
    append();
    table.updateSchema().updateColumn("price", Types.DecimalType.of(18, 2)).commit();
    append();
    FileGroup group = Rewrites.everything(table, 1L << 30);

    assertThat(objection(group)).hasValueSatisfying(why -> assertThat(why).contains("price"));
    assertThatThrownBy(() -> Rewrites.rewrite(table, group, ColumnarOptions.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rows");
  }

  @Test
  void objectsToAColumnAddedInsideOfAnother() {
    append();
    table.updateSchema().addColumn("address", "city", Types.StringType.get()).commit();
    append();

    assertThat(objection(Rewrites.everything(table, 1L << 30)))
        .hasValueSatisfying(why -> assertThat(why).contains("address.city"));
  }

  @Test
  void objectsToADefaultThatFilesDoNotStore() {
    append();
    table.updateSchema().addColumn("state", Types.StringType.get(), Literal.of("new")).commit();
    append();

    assertThat(objection(Rewrites.everything(table, 1L << 30)))
        .hasValueSatisfying(why -> assertThat(why).contains("state"));
  }

  @Test
  void objectsToPendingEqualityDeletes() {
    append();
    Schema keys = TestTables.keys(table, "id");
    table
        .newRowDelta()
        .addDeletes(TestTables.equalityDelete(table, keys, List.of(TestTables.row(keys, 3L))))
        .commit();

    assertThat(objection(Rewrites.everything(table, 1L << 30)))
        .hasValueSatisfying(why -> assertThat(why).contains("equality deletes"));
  }

  @Test
  void objectsToAnotherOrderAndAnotherSpec() {
    append();
    FileGroup group = Rewrites.everything(table, 1L << 30);

    assertThat(objection(with(group, 0, new Ordering.Sorted(1))))
        .hasValueSatisfying(why -> assertThat(why).contains("order"));
    assertThat(objection(with(group, 1, new Ordering.AsTheyStood())))
        .hasValueSatisfying(why -> assertThat(why).contains("partition spec"));
  }

  private static FileGroup with(FileGroup group, int spec, Ordering ordering) {
    return new FileGroup(1, group.inputs(), spec, 1, 1L << 30, ordering);
  }

  private Optional<String> objection(FileGroup group) {
    return Rewrites.rewriter(table, ColumnarOptions.DEFAULT).objection(group);
  }

  private void append() {
    TestTables.append(table, rows.of(table.schema(), 50));
  }
}
