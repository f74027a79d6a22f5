/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.scan;

import io.tidewater.compaction.deletes.key.KeyBuffer;
import io.tidewater.compaction.deletes.key.KeyFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.expressions.Expression;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.types.Types;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReadStore;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * Keys straight from the columns of a Parquet file, row groups without keys of interest skipped.
 */
final class ParquetKeyCursor implements KeyCursor {
  private final ParquetFileReader reader;
  private final MessageType columns;
  private final List<KeyColumn> parts;
  private final RowGroupFilter filter;
  private final ColumnReader[] readers;
  private final int[] defined;
  private int rowGroup;
  private long rowGroupEnd;
  private long position = -1;

  private ParquetKeyCursor(
      ParquetFileReader reader, MessageType columns, List<KeyColumn> parts, RowGroupFilter filter) {
    this.reader = reader;
    this.columns = columns;
    this.parts = parts;
    this.filter = filter;
    this.readers = new ColumnReader[parts.size()];
    this.defined = new int[parts.size()];
    reader.setRequestedSchema(columns);
  }

  /** Empty if the file does not have all columns in a form that stands for the keys as it is. */
  static Optional<KeyCursor> open(InputFile file, KeyFormat keys, Expression filter) {
    ParquetFileReader reader = null;
    try {
      reader = ParquetFileReader.open(new ParquetInput(file), ParquetReadOptions.builder().build());
      MessageType schema = reader.getFileMetaData().getSchema();
      List<Type> columns = new ArrayList<>();
      List<KeyColumn> parts = new ArrayList<>();
      for (Types.NestedField key : keys.schema().columns()) {
        Type column = columnOf(schema, key.fieldId());
        Optional<KeyColumn> part =
            column == null ? Optional.empty() : KeyColumn.of(column.asPrimitiveType(), key.type());
        if (part.isEmpty()) {
          reader.close();
          return Optional.empty();
        }
        columns.add(column);
        parts.add(part.get());
      }
      return Optional.of(
          new ParquetKeyCursor(
              reader,
              new MessageType(schema.getName(), columns),
              parts,
              new RowGroupFilter(keys.schema(), filter, schema, reader)));
    } catch (IOException e) {
      throw close(reader, new UncheckedIOException("Cannot open " + file.location(), e));
    } catch (RuntimeException e) {
      throw close(reader, e);
    }
  }

  private static RuntimeException close(
      @Nullable ParquetFileReader reader, RuntimeException cause) {
    if (reader != null) {
      try {
        reader.close();
      } catch (IOException e) {
        cause.addSuppressed(e);
      }
    }
    return cause;
  }

  private static @Nullable Type columnOf(MessageType schema, int fieldId) {
    for (Type column : schema.getFields()) {
      if (column.getId() != null && column.getId().intValue() == fieldId) {
        boolean plain = column.isPrimitive() && !column.isRepetition(Type.Repetition.REPEATED);
        return plain ? column : null;
      }
    }
    return null;
  }

  @Override
  public boolean next(KeyBuffer into) {
    if (position + 1 >= rowGroupEnd && !nextRowGroup()) {
      return false;
    }
    position++;
    into.clear();
    for (int i = 0; i < readers.length; i++) {
      ColumnReader column = readers[i];
      if (column.getCurrentDefinitionLevel() == defined[i]) {
        parts.get(i).put(column, into);
      } else {
        into.putNull();
      }
      column.consume();
    }
    return true;
  }

  private boolean nextRowGroup() {
    try {
      while (rowGroup < reader.getRowGroups().size()) {
        long rows = reader.getRowGroups().get(rowGroup).getRowCount();
        long start = rowGroupEnd;
        rowGroupEnd += rows;
        if (rows > 0 && filter.mayHoldKeys(rowGroup)) {
          position = start - 1;
          open(reader.readRowGroup(rowGroup++));
          return true;
        }
        rowGroup++;
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + reader.getFile(), e);
    }
  }

  private void open(PageReadStore pages) {
    ColumnReadStore store =
        new ColumnReadStoreImpl(
            pages, new NoRecords(), columns, reader.getFileMetaData().getCreatedBy());
    List<ColumnDescriptor> descriptors = columns.getColumns();
    for (int i = 0; i < readers.length; i++) {
      readers[i] = store.getColumnReader(descriptors.get(i));
      defined[i] = descriptors.get(i).getMaxDefinitionLevel();
    }
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
