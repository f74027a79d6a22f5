/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.deletes.key.KeyArena;
import io.tidewater.compaction.deletes.key.KeyBuffer;
import io.tidewater.compaction.deletes.key.KeyFormat;
import io.tidewater.compaction.fixture.TestTables;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys straight from columns are those that rows have. */
class KeyCursorTest {
  private static final Schema ALL_TYPES =
      new Schema(
          Types.NestedField.optional(1, "boolean", Types.BooleanType.get()),
          Types.NestedField.optional(2, "int", Types.IntegerType.get()),
          Types.NestedField.required(3, "long", Types.LongType.get()),
          Types.NestedField.optional(4, "float", Types.FloatType.get()),
          Types.NestedField.optional(5, "double", Types.DoubleType.get()),
          Types.NestedField.optional(6, "date", Types.DateType.get()),
          Types.NestedField.optional(7, "time", Types.TimeType.get()),
          Types.NestedField.optional(8, "timestamp", Types.TimestampType.withoutZone()),
          Types.NestedField.optional(9, "timestamptz", Types.TimestampType.withZone()),
          Types.NestedField.optional(10, "string", Types.StringType.get()),
          Types.NestedField.optional(11, "uuid", Types.UUIDType.get()),
          Types.NestedField.optional(12, "fixed", Types.FixedType.ofLength(5)),
          Types.NestedField.optional(13, "binary", Types.BinaryType.get()),
          Types.NestedField.optional(14, "small", Types.DecimalType.of(7, 2)),
          Types.NestedField.optional(15, "medium", Types.DecimalType.of(15, 3)),
          Types.NestedField.optional(16, "large", Types.DecimalType.of(30, 4)),
          Types.NestedField.optional(
              17,
              "nested",
              Types.StructType.of(
                  Types.NestedField.optional(18, "inner", Types.IntegerType.get()))));

  private TestTables tables;

  @BeforeEach
  void open(@TempDir Path folder) {
    tables = new TestTables(folder);
  }

  @AfterEach
  void close() {
    tables.close();
  }

  private static Record row(Random random) {
    Record row = GenericRecord.create(ALL_TYPES);
    row.setField("long", (long) random.nextInt(3));
    Record nested = GenericRecord.create(ALL_TYPES.findType("nested").asStructType());
    nested.setField("inner", random.nextBoolean() ? null : random.nextInt(2));
    Object[] values = {
      random.nextBoolean(),
      random.nextInt(3) - 1,
      null,
      random.nextBoolean() ? Float.NaN : -0.0f,
      random.nextBoolean() ? 0.0 : random.nextInt(2) / 3.0,
      LocalDate.ofEpochDay(random.nextInt(3) - 1),
      LocalTime.ofSecondOfDay(random.nextInt(3)),
      LocalDateTime.of(1960 + random.nextInt(20), 1, 1, 0, 0, 0, 1000),
      OffsetDateTime.of(2026, 11, 21, 0, 0, random.nextInt(3), 0, ZoneOffset.UTC),
      "é".repeat(random.nextInt(3)),
      new UUID(random.nextInt(2), random.nextInt(2)),
      new byte[] {1, 2, 3, 4, (byte) random.nextInt(3)},
      ByteBuffer.wrap(new byte[random.nextInt(3)]),
      new BigDecimal(BigInteger.valueOf(random.nextInt(5) - 2), 2),
      new BigDecimal(BigInteger.valueOf((random.nextInt(3) - 1) * 1_000_000L), 3),
      new BigDecimal(BigInteger.ONE.shiftLeft(70 + random.nextInt(2)).negate(), 4),
      nested
    };
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null && random.nextInt(4) > 0) {
        row.set(i, values[i]);
      }
    }
    return row;
  }

  @Test
  void columnsGiveTheKeysThatRowsGive() {
    Table table = tables.create("all", ALL_TYPES, PartitionSpec.unpartitioned(), 3);
    Random random = new Random(7);
    List<Record> rows = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      rows.add(row(random));
    }
    DataFile file = TestTables.append(table, rows);
    for (int id = 1; id <= 16; id++) {
      for (Set<Integer> ids : List.of(Set.of(id), new TreeSet<>(List.of(id, 3, 10)))) {
        KeyFormat keys = KeyFormat.of(table, ids);
        Optional<KeyCursor> columns =
            ParquetKeyCursor.open(
                table.io().newInputFile(file.location()), keys, Expressions.alwaysTrue());
        assertThat(columns).as("columns %s", keys).isPresent();
        assertSame(
            columns.get(),
            new RowKeyCursor(table, file, table.io().newInputFile(file.location()), keys));
      }
    }
  }

  private static void assertSame(KeyCursor one, KeyCursor two) {
    KeyArena arena = new KeyArena(64L << 20);
    KeyBuffer key = new KeyBuffer();
    List<Long> last = new ArrayList<>();
    long rows = 0;
    try (one) {
      while (one.next(key)) {
        key.group(0);
        arena.add(key, one.position());
        assertThat(one.position()).isEqualTo(rows++);
      }
    }
    long other = 0;
    try (two) {
      while (two.next(key)) {
        key.group(0);
        assertThat(arena.sequenceNumber(key)).isGreaterThanOrEqualTo(two.position());
        last.add(arena.sequenceNumber(key));
        other++;
      }
    }
    assertThat(other).isEqualTo(rows);
    assertThat(last.stream().distinct().count()).isEqualTo(arena.size());
  }

  @Test
  void nestedKeysComeByWayOfRows() {
    Table table = tables.create("nested", ALL_TYPES, PartitionSpec.unpartitioned(), 3);
    DataFile file = TestTables.append(table, List.of(row(new Random(1)), row(new Random(2))));
    KeyFormat keys = KeyFormat.of(table, Set.of(18));

    assertThat(keys.isFlat()).isFalse();
    assertThat(rows(new KeyReader(table).open(file, keys, Expressions.alwaysTrue()))).isEqualTo(2);
  }

  @Test
  void aColumnThatTheFileLacksIsNullOrItsDefault() {
    Table table = tables.create("lacking", TestTables.SCHEMA, PartitionSpec.unpartitioned(), 3);
    DataFile file =
        TestTables.append(table, List.of(TestTables.row(TestTables.SCHEMA, 1L, "a", 1)));
    table.updateSchema().addColumn("later", Types.StringType.get()).commit();
    KeyFormat keys = KeyFormat.of(table, Set.of(table.schema().findField("later").fieldId()));
    KeyBuffer key = new KeyBuffer();
    KeyArena arena = new KeyArena(1 << 20);
    key.putNull();
    key.group(0);
    arena.add(key, 9);
    try (KeyCursor cursor = new KeyReader(table).open(file, keys, Expressions.alwaysTrue())) {
      assertThat(cursor.next(key)).isTrue();
      key.group(0);
      assertThat(arena.sequenceNumber(key)).isEqualTo(9);
    }
  }

  @Test
  void aColumnThatWasDroppedIsStillAKey() {
    Table table = tables.create("dropped", TestTables.SCHEMA, PartitionSpec.unpartitioned(), 3);
    DataFile file =
        TestTables.append(table, List.of(TestTables.row(TestTables.SCHEMA, 1L, "a", 1)));
    table.updateSchema().deleteColumn("name").commit();

    KeyFormat keys = KeyFormat.of(table, Set.of(1, 2));

    assertThat(keys.schema().columns())
        .extracting(Types.NestedField::fieldId)
        .containsExactly(1, 2);
    assertThat(rows(new KeyReader(table).open(file, keys, Expressions.alwaysTrue()))).isEqualTo(1);
  }

  @Test
  void rowGroupsWithoutKeysOfInterestAreSkipped() {
    Table table =
        tables.create(
            "groups",
            TestTables.SCHEMA,
            PartitionSpec.unpartitioned(),
            3,
            Map.of(
                TableProperties.PARQUET_ROW_GROUP_SIZE_BYTES,
                "1024",
                "write.parquet.row-group-check-min-record-count",
                "100",
                "write.parquet.row-group-check-max-record-count",
                "100"));
    List<Record> rows = new ArrayList<>();
    for (long i = 0; i < 2_000; i++) {
      rows.add(TestTables.row(TestTables.SCHEMA, i, "name" + i, 1));
    }
    DataFile file = TestTables.append(table, rows);
    KeyFormat keys = KeyFormat.of(table, Set.of(1));

    KeyCursor cursor = new KeyReader(table).open(file, keys, Expressions.equal("id", 1_500L));

    KeyBuffer key = new KeyBuffer();
    long read = 0;
    boolean found = false;
    try (cursor) {
      while (cursor.next(key)) {
        read++;
        found |= cursor.position() == 1_500;
      }
    }
    assertThat(found).isTrue();
    assertThat(read).isLessThan(500);
  }

  private static long rows(KeyCursor cursor) {
    long rows = 0;
    try (cursor) {
      KeyBuffer key = new KeyBuffer();
      while (cursor.next(key)) {
        rows++;
      }
    }
    return rows;
  }
}
