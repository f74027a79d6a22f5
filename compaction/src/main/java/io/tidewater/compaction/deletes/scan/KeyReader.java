/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.scan;

import io.tidewater.compaction.deletes.key.KeyFormat;
import java.util.Optional;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.Table;
import org.apache.iceberg.encryption.EncryptingFileIO;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.io.InputFile;

/**
 * Reads the keys of data files and of equality deletes: only the columns that they are made of,
 * without putting rows together where the file allows it. Thread-safe.
 */
public final class KeyReader {
  private final Table table;
  private final EncryptingFileIO io;

  public KeyReader(Table table) {
    this.table = table;
    this.io = EncryptingFileIO.combine(table.io(), table.encryption());
  }

  /**
   * Opens a data file.
   *
   * @param filter what keys of interest satisfy; rows of other keys may be left out
   */
  public KeyCursor open(DataFile file, KeyFormat keys, Expression filter) {
    return open(file, io.newInputFile(file), keys, filter);
  }

  /** Opens an equality delete. */
  public KeyCursor open(DeleteFile file, KeyFormat keys, Expression filter) {
    return open(file, io.newInputFile(file), keys, filter);
  }

  private KeyCursor open(ContentFile<?> file, InputFile input, KeyFormat keys, Expression filter) {
    if (file.format() == FileFormat.PARQUET && file.keyMetadata() == null && keys.isFlat()) {
      Optional<KeyCursor> columns = ParquetKeyCursor.open(input, keys, filter);
      if (columns.isPresent()) {
        return columns.get();
      }
    }
    return new RowKeyCursor(table, file, input, keys);
  }
}
