/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.deletes.Upserts;
import io.tidewater.compaction.deletes.live.SnapshotFiles;
import io.tidewater.compaction.fixture.TestTables;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys of all types are found, by their bounds as well as by their bytes. */
class KeyTypesTest {
  static Stream<Arguments> types() {
    return Stream.of(
        Arguments.of(Types.BooleanType.get(), true, false),
        Arguments.of(Types.IntegerType.get(), -7, 8),
        Arguments.of(Types.LongType.get(), Long.MIN_VALUE, 8L),
        Arguments.of(Types.FloatType.get(), Float.NaN, -0.0f),
        Arguments.of(Types.DoubleType.get(), -0.0, 0.0),
        Arguments.of(Types.DateType.get(), LocalDate.of(1950, 1, 1), LocalDate.of(2026, 11, 21)),
        Arguments.of(Types.TimeType.get(), LocalTime.of(1, 2, 3), LocalTime.MIDNIGHT),
        Arguments.of(
            Types.TimestampType.withoutZone(),
            LocalDateTime.of(1950, 1, 1, 1, 1, 1, 1_000),
            LocalDateTime.of(2026, 1, 1, 1, 1)),
        Arguments.of(
            Types.TimestampType.withZone(),
            OffsetDateTime.parse("2026-11-21T12:00:00.000001Z"),
            OffsetDateTime.parse("1950-11-21T12:00:00Z")),
        Arguments.of(Types.StringType.get(), "Grüße, " + "lang ".repeat(20), ""),
        Arguments.of(Types.UUIDType.get(), new UUID(-1, -1), new UUID(1, 1)),
        Arguments.of(Types.FixedType.ofLength(3), new byte[] {-1, 0, 1}, new byte[] {0, 0, 0}),
        Arguments.of(
            Types.BinaryType.get(),
            ByteBuffer.wrap(new byte[] {-1, -1}),
            ByteBuffer.wrap(new byte[] {})),
        Arguments.of(Types.DecimalType.of(9, 2), new BigDecimal("-1.05"), new BigDecimal("1.05")),
        Arguments.of(
            Types.DecimalType.of(38, 10),
            new BigDecimal("-12345678901234567890.0000000001"),
            new BigDecimal("0.0000000001")));
  }

  @ParameterizedTest
  @MethodSource("types")
  void deletesTheRowWithTheKeyAndNoOther(
      Type type, Object deleted, Object kept, @TempDir Path folder) {
    Schema schema =
        new Schema(
            Types.NestedField.required(1, "id", Types.LongType.get()),
            Types.NestedField.optional(2, "key", type));
    try (TestTables tables = new TestTables(folder)) {
      Table table = tables.create("keys", schema, PartitionSpec.unpartitioned(), 3);
      // In files of their own, so that bounds decide, and in one together.
      Object[] values = {deleted, kept, null};
      long id = 0;
      for (Object value : values) {
        TestTables.append(table, List.of(TestTables.row(schema, id++, value)));
      }
      TestTables.append(
          table,
          List.of(
              TestTables.row(schema, id++, deleted),
              TestTables.row(schema, id++, kept),
              TestTables.row(schema, id, null)));
      delete(table, deleted);
      assertThat(convertedIds(table)).containsExactly(1L, 2L, 4L, 5L);

      delete(table, null);
      assertThat(convertedIds(table)).containsExactly(1L, 4L);
    }
  }

  private static void delete(Table table, Object key) {
    Schema keys = TestTables.keys(table, "key");
    List<Record> rows = List.of(TestTables.row(keys, key));
    table.newRowDelta().addDeletes(TestTables.equalityDelete(table, keys, rows)).commit();
  }

  private static List<Long> convertedIds(Table table) {
    Upserts.maintain(new ConvertDeletes(attempts -> {}), table);
    assertThat(new SnapshotFiles(table, table.currentSnapshot()).equalityDeletes()).isEmpty();
    return Upserts.ids(table);
  }
}
