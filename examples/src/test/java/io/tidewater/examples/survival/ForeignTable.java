/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.survival;

import io.tidewater.examples.table.CatalogSettings;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.encryption.EncryptedFiles;
import org.apache.iceberg.encryption.EncryptionKeyMetadata;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.types.Types;

/** What somebody does to a table with plain Iceberg calls that know nothing of the ledger. */
final class ForeignTable {
  private static final int ATTEMPTS = 50;

  private final CatalogSettings settings;
  private final TableIdentifier name;

  ForeignTable(CatalogSettings settings, String name) {
    this.settings = settings;
    this.name = TableIdentifier.parse(name);
  }

  /** Rows of the current snapshot as its summary tells; 0 while there is no table. */
  long rows() {
    try {
      return withTable(
          table -> {
            Snapshot head = table.currentSnapshot();
            return head == null ? 0L : Long.parseLong(head.summary().get("total-records"));
          });
    } catch (NoSuchTableException e) {
      return 0;
    }
  }

  /** The snapshots, oldest first. */
  List<Long> snapshots() {
    return withTable(
        table -> {
          List<Long> ids = new ArrayList<>();
          table.snapshots().forEach(snapshot -> ids.add(snapshot.snapshotId()));
          return ids;
        });
  }

  /** The values of a column of all rows, each with how often it is there. */
  Map<Object, Integer> occurrences(String column) {
    return withTable(
        table -> {
          Map<Object, Integer> found = new HashMap<>();
          try (CloseableIterable<Record> rows =
              IcebergGenerics.read(table).select(column).build()) {
            rows.forEach(row -> found.merge(row.getField(column), 1, Integer::sum));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return found;
        });
  }

  /** Writes all rows into one file in place of the present ones, as compaction does. */
  void rewrite() {
    retried(
        table -> {
          Set<DataFile> present = new HashSet<>();
          try (CloseableIterable<FileScanTask> files = table.newScan().planFiles()) {
            files.forEach(task -> present.add(task.file().copyWithoutStats()));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          RewriteFiles rewrite =
              table.newRewrite().validateFromSnapshot(table.currentSnapshot().snapshotId());
          present.forEach(rewrite::deleteFile);
          rewrite.addFile(merged(table));
          rewrite.commit();
          return present.size();
        });
  }

  /** Begins a column anew that holds text; what it held stays under another name. */
  void makeText(String column) {
    boolean unused =
        retried(
            table -> {
              table.updateSchema().renameColumn(column, column + "_before").commit();
              table.updateSchema().addColumn(column, Types.StringType.get()).commit();
              return true;
            });
  }

  /** Expires all snapshots but the current one. */
  void expireAllButLast() {
    retried(
        table -> {
          table.expireSnapshots().expireOlderThan(Long.MAX_VALUE).retainLast(1).commit();
          return true;
        });
  }

  void rollBackTo(long snapshot) {
    retried(
        table -> {
          table.manageSnapshots().rollbackTo(snapshot).commit();
          return true;
        });
  }

  void drop() {
    try (CloseableCatalog catalog = open()) {
      catalog.catalog().dropTable(name, true);
    }
  }

  private DataFile merged(Table table) {
    GenericFileWriterFactory writers =
        new GenericFileWriterFactory.Builder(table).dataFileFormat(FileFormat.PARQUET).build();
    String location = table.locationProvider().newDataLocation(UUID.randomUUID() + ".parquet");
    DataWriter<Record> writer =
        writers.newDataWriter(
            EncryptedFiles.encryptedOutput(
                table.io().newOutputFile(location), EncryptionKeyMetadata.EMPTY),
            table.spec(),
            null);
    try (writer;
        CloseableIterable<Record> rows = IcebergGenerics.read(table).build()) {
      rows.forEach(writer::write);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return writer.toDataFile();
  }

  private <T> T retried(Function<Table, T> change) {
    for (int attempt = 1; ; attempt++) {
      try {
        return withTable(change);
      } catch (CommitFailedException | ValidationException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private <T> T withTable(Function<Table, T> question) {
    try (CloseableCatalog catalog = open()) {
      return question.apply(catalog.catalog().loadTable(name));
    }
  }

  private CloseableCatalog open() {
    return new CloseableCatalog(
        CatalogUtil.buildIcebergCatalog(
            "foreign", Map.of("type", "rest", "uri", settings.uri()), new Configuration()));
  }

  private record CloseableCatalog(Catalog catalog) implements AutoCloseable {
    @Override
    public void close() {
      if (catalog instanceof Closeable closeable) {
        try {
          closeable.close();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }
}
