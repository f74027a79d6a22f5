/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import io.tidewater.compaction.rewrite.FileGroup;
import io.tidewater.compaction.rewrite.Ordering;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileContent;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableUtil;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.roaringbitmap.longlong.Roaring64NavigableMap;

/** Looks at the inputs of a group: their footers and their deletes. */
final class GroupInputs {
  private GroupInputs() {}

  /**
   * Reads them.
   *
   * @throws NotColumnarException the group's rows have to be rewritten one by one
   */
  static List<Input> read(FileGroup group, Table table) {
    checkWithoutReading(group, table);
    DeletedPositions deleted = new DeletedPositions(table.io());
    List<Input> inputs = new ArrayList<>();
    for (FileScanTask task : group.inputs()) {
      inputs.add(new Input(task.file(), footer(task, table), deleted.of(task)));
    }
    return inputs;
  }

  /**
   * Looks at footers, but not at what was deleted.
   *
   * @throws NotColumnarException the group's rows have to be rewritten one by one
   */
  static void check(FileGroup group, Table table) {
    checkWithoutReading(group, table);
    List<Input> inputs = new ArrayList<>();
    for (FileScanTask task : group.inputs()) {
      inputs.add(new Input(task.file(), footer(task, table), new Roaring64NavigableMap()));
    }
    layout(table, inputs);
  }

  static Layout layout(Table table, List<Input> inputs) {
    Layout layout = Layout.of(table.schema(), TableUtil.supportsRowLineage(table), inputs);
    inputs.forEach(layout::sources);
    return layout;
  }

  private static void checkWithoutReading(FileGroup group, Table table) {
    if (!(group.ordering() instanceof Ordering.AsTheyStood)) {
      throw new NotColumnarException("rows are to be put in another order");
    }
    if (table.properties().containsKey("encryption.key-id")) {
      throw new NotColumnarException("the table is encrypted");
    }
    for (FileScanTask task : group.inputs()) {
      String name = "file " + task.file().location();
      if (task.file().format() != FileFormat.PARQUET) {
        throw new NotColumnarException(name + " is of format " + task.file().format());
      }
      if (task.file().specId() != group.outputSpecId()) {
        throw new NotColumnarException(name + " is of partition spec " + task.file().specId());
      }
      if (task.file().keyMetadata() != null) {
        throw new NotColumnarException(name + " is encrypted");
      }
      for (DeleteFile delete : task.deletes()) {
        if (delete.content() == FileContent.EQUALITY_DELETES) {
          throw new NotColumnarException(name + " has equality deletes that are not converted yet");
        }
      }
    }
  }

  private static ParquetMetadata footer(FileScanTask task, Table table) {
    BufferedInput file = new BufferedInput(table.io().newInputFile(task.file()));
    try (ParquetFileReader reader = ParquetFileReader.open(file, OpenInput.readOptions())) {
      return reader.getFooter();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the footer of " + task.file().location(), e);
    }
  }
}
