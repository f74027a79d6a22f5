/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import java.io.IOException;
import java.util.BitSet;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.schema.MessageType;

/** Encodes one column of one row group, value by value, into memory. */
final class ColumnEncoder implements ChunkBuilder {
  private final ColumnDescriptor target;
  private final ColumnChunkPageWriteStore pages;
  private final ColumnWriteStore store;
  private final ColumnWriter writer;

  /**
   * @param alone a schema of this column only
   */
  ColumnEncoder(MessageType alone, WriterSettings settings, BytesInputCompressor compressor) {
    this.target = alone.getColumns().get(0);
    this.pages =
        new ColumnChunkPageWriteStore(
            compressor,
            alone,
            settings.encoding().getAllocator(),
            settings.encoding().getColumnIndexTruncateLength(),
            settings.encoding().getPageWriteChecksumEnabled());
    this.store = settings.encoding().newColumnWriteStore(alone, pages, pages);
    this.writer = store.getColumnWriter(target);
  }

  @Override
  public void take(OpenSlice slice, ColumnSource source) throws IOException {
    if (source.source() == null) {
      fill(slice, source.fill());
    } else {
      transfer(slice, source.fill(), slice.values(source.source()));
    }
  }

  private void fill(OpenSlice slice, Fill fill) {
    ValueTransfer.Fixed value = ValueTransfer.fixed(fill, target);
    for (int row = 0; row < slice.slice().rows(); row++) {
      if (!slice.deleted().get(row)) {
        value.write(slice.slice().start() + row, writer);
        store.endRecord();
      }
    }
  }

  private void transfer(OpenSlice slice, Fill fill, ColumnReader source) {
    BitSet deleted = slice.deleted();
    int valueLevel = source.getDescriptor().getMaxDefinitionLevel();
    int added = target.getMaxDefinitionLevel() - valueLevel;
    ValueTransfer transfer = ValueTransfer.between(source.getDescriptor(), target);
    ValueTransfer.Fixed missing = ValueTransfer.fixed(fill, target);
    boolean fills = !(fill instanceof Fill.Nothing);
    int row = -1;
    boolean kept = false;
    for (long i = slice.chunk(source.getDescriptor()).getValueCount(); i > 0; i--) {
      int repetition = source.getCurrentRepetitionLevel();
      int definition = source.getCurrentDefinitionLevel();
      if (repetition == 0) {
        if (kept) {
          store.endRecord();
        }
        row++;
        kept = !deleted.get(row);
      }
      if (definition < valueLevel) {
        if (kept && fills) {
          missing.write(slice.slice().start() + row, writer);
        } else if (kept) {
          writer.writeNull(repetition, definition + added);
        }
      } else if (kept) {
        transfer.move(source, writer, repetition, definition + added);
      } else {
        source.skip();
      }
      source.consume();
    }
    if (kept) {
      store.endRecord();
    }
  }

  @Override
  public void appendTo(ParquetFileWriter file) throws IOException {
    store.flush();
    pages.flushToFileWriter(file);
  }

  @Override
  public void close() {
    store.close();
    pages.close();
  }
}
