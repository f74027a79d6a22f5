/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.erase;

import io.tidewater.compaction.rows.MatchingRows;
import io.tidewater.compaction.rows.RowReader;
import io.tidewater.compaction.task.TaskContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.iceberg.BaseFileScanTask;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileContent;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.ManifestContent;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.PartitionSpecParser;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SchemaParser;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.InternalRecordWrapper;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.expressions.ResidualEvaluator;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.types.Types.NestedField;

/**
 * Looks through all snapshots of a table for what holds keys. Reads the columns of the keys of each
 * data file that may hold one, once; looking again costs only what is new. For one thread.
 */
final class Search {
  private final Table table;
  private final Match match;
  private final TaskContext context;
  private final Map<String, Boolean> dataFiles = new HashMap<>();
  private final Map<String, Naming> equalityDeletes = new HashMap<>();
  private final Map<String, Contents> manifests = new HashMap<>();

  Search(Table table, Match match, TaskContext context) {
    this.table = table;
    this.match = match;
    this.context = context;
  }

  private enum Naming {
    NOTHING,
    KEY,
    PART_OF_KEY
  }

  /** What of a manifest holds keys. */
  private record Contents(
      Set<String> dataFiles, Map<String, DeleteFile> equalityDeletes, Set<String> partly) {
    boolean holdsKeys() {
      return !dataFiles.isEmpty() || !equalityDeletes.isEmpty();
    }
  }

  /** Looks through some snapshots, as of the table's last refresh. */
  Holdings in(Iterable<Snapshot> snapshots) {
    Holdings holdings = new Holdings();
    for (Snapshot snapshot : snapshots) {
      for (ManifestFile manifest : snapshot.allManifests(table.io())) {
        Contents contents = contents(manifest);
        if (contents.holdsKeys()) {
          holdings.snapshots().add(snapshot.snapshotId());
        }
        holdings.dataFiles().addAll(contents.dataFiles());
        holdings.equalityDeletes().putAll(contents.equalityDeletes());
        holdings.partly().addAll(contents.partly());
      }
    }
    return holdings;
  }

  private Contents contents(ManifestFile manifest) {
    Contents known = manifests.get(manifest.path());
    if (known == null) {
      known = read(manifest);
      manifests.put(manifest.path(), known);
    }
    return known;
  }

  private Contents read(ManifestFile manifest) {
    Contents contents = new Contents(new HashSet<>(), new HashMap<>(), new HashSet<>());
    try {
      if (manifest.content() == ManifestContent.DATA) {
        try (CloseableIterable<DataFile> files =
            ManifestFiles.read(manifest, table.io(), table.specs()).filterRows(match.pruning())) {
          for (DataFile file : files) {
            if (dataFiles.computeIfAbsent(file.location(), location -> stores(file))) {
              contents.dataFiles().add(file.location());
            }
          }
        }
      } else {
        try (CloseableIterable<DeleteFile> files =
            ManifestFiles.readDeleteManifest(manifest, table.io(), table.specs())) {
          for (DeleteFile file : files) {
            if (file.content() == FileContent.EQUALITY_DELETES) {
              add(file.copy(), contents);
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    context.advance(manifest.length(), 0);
    return contents;
  }

  private void add(DeleteFile file, Contents contents) {
    switch (equalityDeletes.computeIfAbsent(file.location(), location -> names(file))) {
      case KEY -> contents.equalityDeletes().put(file.location(), file);
      case PART_OF_KEY -> contents.partly().add(file.location());
      case NOTHING -> {}
      default -> throw new IllegalStateException("unknown");
    }
  }

  private boolean stores(DataFile file) {
    context.stage("reading " + file.location());
    context.advance(file.fileSizeInBytes(), 0);
    return new MatchingRows(table, match.columns(), match.condition()).stored(task(file)).count()
        > 0;
  }

  private FileScanTask task(DataFile file) {
    return new BaseFileScanTask(
        file.copy(),
        new DeleteFile[0],
        SchemaParser.toJson(table.schema()),
        PartitionSpecParser.toJson(table.specs().get(file.specId())),
        ResidualEvaluator.unpartitioned(Expressions.alwaysTrue()));
  }

  private Naming names(DeleteFile file) {
    Set<Integer> compared = Set.copyOf(file.equalityFieldIds());
    List<NestedField> keys = match.columns().columns();
    Set<Integer> shared =
        keys.stream()
            .map(NestedField::fieldId)
            .filter(compared::contains)
            .collect(Collectors.toSet());
    if (shared.isEmpty()) {
      return Naming.NOTHING;
    }
    if (shared.size() < keys.size()) {
      return Naming.PART_OF_KEY;
    }
    InternalRecordWrapper values = new InternalRecordWrapper(match.columns().asStruct());
    Schema columns = match.columns();
    try (CloseableIterable<Record> rows = new RowReader(table).all(file, columns)) {
      for (Record row : rows) {
        if (match.condition().test(values.wrap(row))) {
          return Naming.KEY;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Naming.NOTHING;
  }
}
