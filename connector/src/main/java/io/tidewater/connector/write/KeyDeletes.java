/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.write;

import io.tidewater.format.column.MetadataColumn;
import io.tidewater.format.value.ValueMismatchException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.PartitionField;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableUtil;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.OutputFileFactory;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;

/**
 * Deletes of rows by key, for one table that is not partitioned: those that tombstones ask for, and
 * in an upserted table those of rows that newer ones replace. Rows of earlier commits go by an
 * equality delete, which does not touch rows that are committed with it; rows of the same commit
 * that came before the delete go by their position. For one thread.
 */
public final class KeyDeletes {
  private static final int VERSION_WITH_DELETES = 2;

  private final Table table;
  private final OutputFileFactory files;
  private final PositionDeletes positions;
  private final @Nullable KeyIndex latest;
  private final @Nullable KeyIndex buried;

  private KeyDeletes(
      Table table, @Nullable KeyIndex latest, @Nullable KeyIndex buried, UUID writerId) {
    this.table = table;
    this.latest = latest;
    this.buried = buried;
    this.files =
        OutputFileFactory.builderFor(table, 0, 0)
            .operationId(writerId.toString())
            .format(FileFormat.PARQUET)
            .suffix("deletes")
            .build();
    this.positions = PositionDeletes.of(table, files, writerId);
  }

  /**
   * Deletes for a table of appended rows, where only tombstones delete.
   *
   * @param table as it stands now; only its schema, spec, locations and file access are used
   * @param writerId unique among the writers of this table
   * @return empty for a table that is partitioned or has no column of keys
   */
  public static Optional<KeyDeletes> ofTombstones(Table table, UUID writerId) {
    List<String> key = kafkaKey(table.schema());
    return key.isEmpty() || table.spec().isPartitioned()
        ? Optional.empty()
        : Optional.of(new KeyDeletes(table, null, new KeyIndex(key, table.schema()), writerId));
  }

  /**
   * Deletes for a table that holds the latest row of each key. A tombstone deletes by the key of
   * its record, whatever columns make the key of a row.
   *
   * @param chosen the columns of the key; none for the key of the record
   * @throws IllegalArgumentException if there is an {@link #objection}
   */
  public static KeyDeletes ofUpserts(Table table, List<String> chosen, UUID writerId) {
    objection(table, chosen)
        .ifPresent(
            objection -> {
              throw new IllegalArgumentException(objection);
            });
    Schema schema = table.schema();
    List<String> kafkaKey = kafkaKey(schema);
    KeyIndex latest = new KeyIndex(chosen.isEmpty() ? kafkaKey : chosen, schema);
    KeyIndex buried = latest;
    if (!latest.names().equals(kafkaKey)) {
      buried = kafkaKey.isEmpty() ? null : new KeyIndex(kafkaKey, schema);
    }
    return new KeyDeletes(table, latest, buried, writerId);
  }

  /**
   * Why a table cannot hold the latest row of each key.
   *
   * @param chosen the columns of the key; none for the key of the record
   */
  public static Optional<String> objection(Table table, List<String> chosen) {
    String problem = null;
    if (table.spec().isPartitioned()) {
      problem =
          "it is partitioned by "
              + table.spec().fields().stream().map(PartitionField::name).toList()
              + ", and a delete by key must reach all of it; use a table without partitions";
    } else if (TableUtil.formatVersion(table) < VERSION_WITH_DELETES) {
      problem = "format version 1 has no deletes; upgrade the table to version 2";
    } else if (chosen.isEmpty() && kafkaKey(table.schema()).isEmpty()) {
      problem = "it has no column _kafka_key; add that, or choose the columns of the key";
    } else if (KeyColumns.unfit(table.schema(), chosen).isPresent()) {
      problem =
          "values of column "
              + KeyColumns.unfit(table.schema(), chosen).map(NestedField::name).orElseThrow()
              + " make no key; choose another";
    }
    return Optional.ofNullable(problem)
        .map(
            reason ->
                "table "
                    + table.name()
                    + " cannot be written in upsert mode: "
                    + reason
                    + ", or set tidewater.write.mode=append");
  }

  /** How many keys are held in memory. */
  public int keys() {
    return indexes().mapToInt(KeyIndex::size).sum();
  }

  /** Goes on with the schema that the table has now. */
  public void follow(Schema schema) {
    indexes().forEach(index -> index.follow(schema));
  }

  /**
   * Deletes, in an upserted table, all rows so far of the key of a row that is about to be written.
   *
   * @throws ValueMismatchException if the row has no key
   */
  public void replace(Record row) {
    if (latest != null && !latest.delete(row, positions)) {
      throw new ValueMismatchException(
              "values, since tidewater.write.mode=upsert keeps the latest row of each key; give the"
                  + " records keys, or choose other id columns",
              "none")
          .inField(String.join(", ", latest.names()));
    }
  }

  /** Notes where a row was written. */
  public void wrote(Record row, RowPosition where) {
    indexes().forEach(index -> index.wrote(row, where));
  }

  /**
   * Deletes all rows so far of a tombstone's key.
   *
   * @param row of the tombstone
   * @return why nobody knows what to delete, if so
   */
  public Optional<String> bury(Record row) {
    if (buried == null) {
      return Optional.of(
          "the table has no column _kafka_key, so nobody knows which rows a tombstone deletes");
    }
    return buried.delete(row, positions)
        ? Optional.empty()
        : Optional.of("the record has neither a key nor a value, so nobody knows what to delete");
  }

  /**
   * Writes the deletes and begins anew.
   *
   * @throws java.io.UncheckedIOException a file could not be written
   */
  public List<DeleteFile> close() {
    List<DeleteFile> closed = new ArrayList<>(positions.close());
    indexes().forEach(index -> index.equalityDeletes(table, files).ifPresent(closed::add));
    abandon();
    return closed;
  }

  /** Gives up all deletes. */
  public void abandon() {
    indexes().forEach(KeyIndex::clear);
    positions.abandon();
  }

  private Stream<KeyIndex> indexes() {
    Set<KeyIndex> indexes = new LinkedHashSet<>();
    if (latest != null) {
      indexes.add(latest);
    }
    if (buried != null) {
      indexes.add(buried);
    }
    return indexes.stream();
  }

  /** The columns that hold the key of a record: two topics of one table have keys of their own. */
  private static List<String> kafkaKey(Schema schema) {
    if (schema.findField(MetadataColumn.KEY.columnName()) == null) {
      return List.of();
    }
    return schema.findField(MetadataColumn.TOPIC.columnName()) == null
        ? List.of(MetadataColumn.KEY.columnName())
        : List.of(MetadataColumn.KEY.columnName(), MetadataColumn.TOPIC.columnName());
  }
}
