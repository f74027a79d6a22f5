/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.MetadataColumns;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableUtil;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.util.Pair;

/** A table, and beside it which rows it has to hold, kept without any of Iceberg's rules. */
public final class ModelTable {
  /** Every row has a {@code uid} of its own; the others are keys, by their field ids. */
  public static final Schema SCHEMA =
      new Schema(
          Types.NestedField.required(1, "uid", Types.LongType.get()),
          Types.NestedField.optional(2, "id", Types.IntegerType.get()),
          Types.NestedField.optional(3, "name", Types.StringType.get()),
          Types.NestedField.optional(4, "day", Types.IntegerType.get()));

  private final Table table;
  private final Random random;
  private final Map<Long, Row> rows = new TreeMap<>();
  private final Map<Long, Object> lineage = new HashMap<>();
  private long nextUid;

  /** A live row: its values by field id, and where its data file lies. */
  private record Row(Map<Integer, Object> values, int specId, Object partition) {}

  public ModelTable(Table table, Random random) {
    this.table = table;
    this.random = random;
  }

  public Table table() {
    return table;
  }

  /** Makes a row up; it is not in the table yet. */
  public Record newRow() {
    Record row = GenericRecord.create(table.schema());
    for (Types.NestedField column : table.schema().columns()) {
      row.setField(column.name(), column.fieldId() == 1 ? (Object) nextUid++ : value(column));
    }
    return row;
  }

  private Object value(Types.NestedField column) {
    if (column.fieldId() == 4) {
      return random.nextInt(2);
    }
    if (random.nextInt(8) == 0) {
      return null;
    }
    int value = random.nextInt(12);
    return column.type().typeId() == Type.TypeID.STRING
        ? "name-" + value
        : column.type().typeId() == Type.TypeID.LONG ? (Object) (long) value : value;
  }

  /** Notes that a file of rows of the current spec was added. */
  public void added(List<Record> added, Object partition) {
    for (Record row : added) {
      Map<Integer, Object> values = new HashMap<>();
      for (Types.NestedField column : table.schema().columns()) {
        values.put(column.fieldId(), widen(row.getField(column.name())));
      }
      rows.put((Long) values.get(1), new Row(values, table.spec().specId(), partition));
    }
  }

  /** Notes an equality delete of the current spec, before rows are added that it spares. */
  public void deleted(Schema keys, Object partition, List<Record> deletes) {
    PartitionSpec spec = table.spec();
    rows.values()
        .removeIf(
            row ->
                (spec.isUnpartitioned()
                        || (row.specId == spec.specId() && row.partition.equals(partition)))
                    && deletes.stream().anyMatch(delete -> matches(row, keys, delete)));
  }

  private static boolean matches(Row row, Schema keys, Record delete) {
    return keys.columns().stream()
        .allMatch(
            key ->
                Objects.equals(row.values.get(key.fieldId()), widen(delete.getField(key.name()))));
  }

  private static Object widen(Object value) {
    return value instanceof Integer number ? (Object) number.longValue() : value;
  }

  /** Notes that one row was deleted by its position. */
  public void deletedRow(long uid) {
    rows.remove(uid);
  }

  /** The key columns with these field ids, as they are called now. */
  public Schema keys(Integer... ids) {
    return TypeUtil.select(table.schema(), new java.util.HashSet<>(Arrays.asList(ids)));
  }

  /** Rows of a data file, deleted ones too, in their order. */
  public List<Long> uidsOf(DataFile file) {
    List<Long> uids = new ArrayList<>();
    try (CloseableIterable<Record> read =
        org.apache.iceberg.parquet.Parquet.read(table.io().newInputFile(file))
            .project(table.schema().select("uid"))
            .createReaderFunc(
                schema ->
                    org.apache.iceberg.data.parquet.GenericParquetReaders.buildReader(
                        table.schema().select("uid"), schema))
            .build()) {
      read.forEach(row -> uids.add((Long) row.getField("uid")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return uids;
  }

  /** Compares: all rows, all values, and in v3 that no row has changed its lineage. */
  public void check(String after) {
    table.refresh();
    boolean v3 = TableUtil.formatVersion(table) >= 3;
    Schema schema = v3 ? MetadataColumns.schemaWithRowLineage(table.schema()) : table.schema();
    Map<Long, Map<Integer, Object>> found = new TreeMap<>();
    int count = 0;
    try (CloseableIterable<Record> read = IcebergGenerics.read(table).project(schema).build()) {
      for (Record row : read) {
        count++;
        Long uid = (Long) row.getField("uid");
        Map<Integer, Object> values = new HashMap<>();
        for (Types.NestedField column : table.schema().columns()) {
          values.put(column.fieldId(), widen(row.getField(column.name())));
        }
        found.put(uid, values);
        if (v3) {
          Object now =
              Pair.of(row.getField("_row_id"), row.getField("_last_updated_sequence_number"));
          // Rows from before the upgrade have an id from the next commit on.
          Object before = row.getField("_row_id") == null ? null : lineage.putIfAbsent(uid, now);
          assertThat(before == null ? now : before).as("lineage after %s", after).isEqualTo(now);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(found.keySet()).as("rows after %s", after).isEqualTo(rows.keySet());
    assertThat(count).as("rows after %s", after).isEqualTo(rows.size());
    rows.forEach(
        (uid, row) ->
            row.values.forEach(
                (id, value) ->
                    assertThat(found.get(uid).get(id))
                        .as("field %s of %s", id, uid)
                        .isEqualTo(value)));
  }
}
