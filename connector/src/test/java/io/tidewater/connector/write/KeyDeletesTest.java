/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.value.ValueMismatchException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileContent;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.inmemory.InMemoryCatalog;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.util.ContentFileUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyDeletesTest {
  private static final TableIdentifier NAME = TableIdentifier.of("shop", "orders");
  private static final Schema SCHEMA =
      new Schema(
          Types.NestedField.optional(1, "customer", Types.IntegerType.get()),
          Types.NestedField.optional(2, "_kafka_key", Types.StringType.get()));

  private final InMemoryCatalog catalog = new InMemoryCatalog();

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void deletesRowsOfItsOwnCommitForEachFileAlone(int formatVersion) {
    Table table = table(formatVersion);
    KeyDeletes deletes = KeyDeletes.ofUpserts(table, List.of(), UUID.randomUUID());
    write(deletes, row(table, 1, "a"), "first", 0);
    write(deletes, row(table, 2, "b"), "second", 0);
    write(deletes, row(table, 3, "a"), "second", 1);
    write(deletes, row(table, 4, "b"), "second", 2);

    List<DeleteFile> closed = deletes.close();

    assertThat(closed)
        .filteredOn(file -> file.content() == FileContent.POSITION_DELETES)
        .allMatch(file -> (file.format() == FileFormat.PUFFIN) == (formatVersion == 3))
        .allMatch(file -> file.recordCount() == 1)
        .extracting(ContentFileUtil::referencedDataFileLocation)
        .containsExactlyInAnyOrder("first", "second");
    assertThat(closed)
        .filteredOn(file -> file.content() == FileContent.EQUALITY_DELETES)
        .singleElement()
        .satisfies(file -> assertThat(file.recordCount()).isEqualTo(2))
        .satisfies(file -> assertThat(file.equalityFieldIds()).containsExactly(2));
    assertThat(deletes.keys()).isZero();
    assertThat(deletes.close()).isEmpty();
  }

  @Test
  void findsARowAgainAfterItsKeyWasWidened() {
    Table table = table(2);
    KeyDeletes deletes = KeyDeletes.ofUpserts(table, List.of("customer"), UUID.randomUUID());
    write(deletes, row(table, 7, "a"), "first", 0);
    table.updateSchema().updateColumn("customer", Types.LongType.get()).commit();
    deletes.follow(table.schema());
    write(deletes, row(table, 7L, "b"), "second", 0);

    List<DeleteFile> closed = deletes.close();

    assertThat(closed).extracting(DeleteFile::recordCount).containsExactly(1L, 1L);
    assertThat(ContentFileUtil.referencedDataFileLocation(closed.get(0))).isEqualTo("first");
    assertThat(closed.get(1).equalityFieldIds()).containsExactly(1);
  }

  @Test
  void buriesByTheKeyOfTheRecordWhateverMakesTheKeyOfARow() {
    Table table = table(2);
    KeyDeletes deletes = KeyDeletes.ofUpserts(table, List.of("customer"), UUID.randomUUID());
    write(deletes, row(table, 7, "a"), "first", 0);

    assertThat(deletes.bury(row(table, null, "a"))).isEmpty();

    assertThat(deletes.close())
        .filteredOn(file -> file.content() == FileContent.EQUALITY_DELETES)
        .extracting(DeleteFile::equalityFieldIds)
        .containsExactly(List.of(1), List.of(2));
  }

  @Test
  void refusesRowsWithoutAKey() {
    Table table = table(2);
    KeyDeletes byRecord = KeyDeletes.ofUpserts(table, List.of(), UUID.randomUUID());
    KeyDeletes byColumn = KeyDeletes.ofUpserts(table, List.of("missing"), UUID.randomUUID());

    assertThatThrownBy(() -> byRecord.replace(row(table, 1, null)))
        .isInstanceOf(ValueMismatchException.class)
        .hasMessageContaining("_kafka_key");
    assertThatThrownBy(() -> byColumn.replace(row(table, 1, "a")))
        .isInstanceOf(ValueMismatchException.class)
        .hasMessageContaining("missing");
    assertThat(byRecord.bury(row(table, null, null))).isPresent();
  }

  private Table table(int formatVersion) {
    catalog.initialize("test", Map.of());
    catalog.createNamespace(Namespace.of("shop"));
    return catalog.createTable(
        NAME,
        SCHEMA,
        PartitionSpec.unpartitioned(),
        Map.of("format-version", Integer.toString(formatVersion)));
  }

  private static void write(KeyDeletes deletes, Record row, String file, long position) {
    deletes.replace(row);
    deletes.wrote(row, new RowPosition(file, position));
  }

  private static Record row(Table table, @Nullable Object customer, @Nullable String key) {
    Record row = GenericRecord.create(table.schema());
    row.setField("customer", customer);
    row.setField("_kafka_key", key);
    return row;
  }
}
