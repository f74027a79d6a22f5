/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.maintain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileContent;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ManifestReader;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.formats.FormatModelRegistry;
import org.apache.iceberg.formats.ReadBuilder;
import org.apache.iceberg.io.CloseableIterable;

/** What is live on the head of a table. */
final class LiveFiles {
  private LiveFiles() {}

  static List<FileScanTask> tasks(Table table) throws IOException {
    List<FileScanTask> tasks = new ArrayList<>();
    try (CloseableIterable<FileScanTask> files = table.newScan().planFiles()) {
      files.forEach(tasks::add);
    }
    tasks.sort(Comparator.comparing(task -> task.file().location()));
    return tasks;
  }

  static List<DeleteFile> equalityDeletes(Table table) throws IOException {
    List<DeleteFile> deletes = new ArrayList<>();
    for (ManifestFile manifest : table.currentSnapshot().deleteManifests(table.io())) {
      try (ManifestReader<DeleteFile> files =
          ManifestFiles.readDeleteManifest(manifest, table.io(), table.specs())) {
        for (DeleteFile file : files) {
          if (file.content() == FileContent.EQUALITY_DELETES) {
            deletes.add(file.copy());
          }
        }
      }
    }
    return deletes;
  }

  /** The names of all rows of a file, deleted ones included, by position. */
  static List<String> names(Table table, DataFile file) throws IOException {
    ReadBuilder<Record, ?> builder =
        FormatModelRegistry.readBuilder(
            file.format(), Record.class, table.io().newInputFile(file.location()));
    List<String> names = new ArrayList<>();
    try (CloseableIterable<Record> rows = builder.project(table.schema().select("name")).build()) {
      rows.forEach(row -> names.add((String) row.get(0)));
    }
    return names;
  }
}
