/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.MetadataColumns;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableUtil;
import org.apache.iceberg.data.BaseDeleteLoader;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.deletes.BaseDVFileWriter;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.OutputFileFactory;
import org.apache.iceberg.util.ContentFileUtil;
import org.jspecify.annotations.Nullable;

/**
 * Compaction by somebody else: planned in one step, committed in a later one, as Spark does it. It
 * leaves the oldest file alone, since a rewrite of all files loses equality deletes by a fault of
 * the library.
 */
final class ForeignRewrite {
  private final Table table;
  private final Random random;
  private @Nullable Plan plan;

  private record Plan(
      Snapshot snapshot, FileScanTask input, @Nullable DataFile output, int formatVersion) {}

  ForeignRewrite(Table table, Random random) {
    this.table = table;
    this.random = random;
  }

  String step() {
    if (plan == null) {
      plan = plan();
      if (plan == null || random.nextBoolean()) {
        return "plan rewrite";
      }
    }
    Plan planned = plan;
    plan = null;
    return commit(planned);
  }

  private @Nullable Plan plan() {
    Snapshot snapshot = table.currentSnapshot();
    List<FileScanTask> files = new ArrayList<>(files(table));
    files.removeIf(task -> task.file().dataSequenceNumber() == 1);
    if (snapshot == null || files.isEmpty()) {
      return null;
    }
    FileScanTask input = files.get(random.nextInt(files.size()));
    Schema schema =
        TableUtil.formatVersion(table) >= 3
            ? MetadataColumns.schemaWithRowLineage(table.schema())
            : table.schema();
    List<Record> rows = rows(input, schema);
    return new Plan(
        snapshot,
        input,
        rows.isEmpty() ? null : Writers.dataFile(table, schema, input.file(), rows),
        TableUtil.formatVersion(table));
  }

  /** Rows of one file, deletes applied. */
  private List<Record> rows(FileScanTask input, Schema schema) {
    List<Record> rows = new ArrayList<>();
    try (CloseableIterable<Record> in =
        IcebergGenerics.read(table)
            .project(
                org.apache.iceberg.types.TypeUtil.join(
                    schema, new Schema(MetadataColumns.FILE_PATH)))
            .build()) {
      for (Record row : in) {
        if (row.getField("_file").equals(input.file().location())) {
          Record kept = org.apache.iceberg.data.GenericRecord.create(schema);
          schema.columns().forEach(c -> kept.setField(c.name(), row.getField(c.name())));
          rows.add(kept);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private String commit(Plan planned) {
    if (planned.formatVersion() != TableUtil.formatVersion(table)) {
      return "rewrite without row lineage given up";
    }
    RewriteFiles rewrite =
        table
            .newRewrite()
            .validateFromSnapshot(planned.snapshot().snapshotId())
            .dataSequenceNumber(planned.snapshot().sequenceNumber())
            .deleteFile(planned.input().file());
    planned.input().deletes().stream().filter(ContentFileUtil::isDV).forEach(rewrite::deleteFile);
    if (planned.output() != null) {
      rewrite.addFile(planned.output());
    }
    try {
      rewrite.commit();
      return "rewrite of " + planned.input().file().location();
    } catch (ValidationException | CommitFailedException e) {
      return "rewrite refused";
    }
  }

  /** The live data files with their deletes. */
  static List<FileScanTask> files(Table table) {
    List<FileScanTask> files = new ArrayList<>();
    try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
      tasks.forEach(files::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** A deletion vector that says all that is known of a file, and one position more. */
  static DeleteFile vector(Table table, DataFile file, List<DeleteFile> previous, long position) {
    BaseDeleteLoader loader = new BaseDeleteLoader(f -> table.io().newInputFile(f));
    List<DeleteFile> vectors = previous.stream().filter(ContentFileUtil::isDV).toList();
    BaseDVFileWriter writer =
        new BaseDVFileWriter(
            OutputFileFactory.builderFor(table, 0, 0).format(FileFormat.PUFFIN).build(),
            location ->
                previous.isEmpty()
                    ? null
                    : loader.loadPositionDeletes(vectors.isEmpty() ? previous : vectors, location));
    writer.delete(file.location(), position, table.specs().get(file.specId()), file.partition());
    try {
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return writer.result().deleteFiles().get(0);
  }
}
