/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.schema.merge;

import io.tidewater.format.value.ValueMismatchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;

/**
 * What is to be filled in a file.
 *
 * @param toFill rows that will get a value
 * @param lossy rows whose value would not survive the conversion
 * @param example why, of the first of them
 */
record Inspection(long toFill, long lossy, Optional<String> example) {
  static final Inspection NOTHING = new Inspection(0, 0, Optional.empty());

  /** Reads the family's columns of a file. */
  static Inspection of(RowReader reader, FileScanTask task, ColumnFamily family) {
    Schema columns = new Schema(family.members().toList());
    Filling filling = new Filling(columns, family);
    Inspection seen = NOTHING;
    try (CloseableIterable<Record> rows = reader.read(task, columns)) {
      for (Record row : rows) {
        seen = seen.and(filling, row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return seen;
  }

  private Inspection and(Filling filling, Record row) {
    try {
      return filling.missing(row).isPresent() ? new Inspection(toFill + 1, lossy, example) : this;
    } catch (ValueMismatchException e) {
      return new Inspection(toFill, lossy + 1, example.or(() -> Optional.of(e.getMessage())));
    }
  }

  Inspection plus(Inspection other) {
    return new Inspection(
        toFill + other.toFill, lossy + other.lossy, example.or(() -> other.example));
  }
}
