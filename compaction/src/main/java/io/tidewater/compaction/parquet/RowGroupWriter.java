/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.io.FileIO;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** Writes single row groups; keeps the input open that it read last. */
final class RowGroupWriter implements AutoCloseable {
  private final FileIO io;
  private final Layout layout;
  private final WriterSettings settings;
  private final Progress progress;
  private final CodecFactory codecs;
  private final BytesInputCompressor compressor;
  private @Nullable OpenInput open;
  private List<ColumnSource> sources = List.of();

  RowGroupWriter(FileIO io, Layout layout, WriterSettings settings, Progress progress) {
    this.io = io;
    this.layout = layout;
    this.settings = settings;
    this.progress = progress;
    this.codecs =
        new CodecFactory(settings.codecs(), settings.encoding().getPageSizeThreshold());
    this.compressor = codecs.getCompressor(settings.codec());
  }

  void write(RowGroupPlan.Step step, ParquetFileWriter file) throws IOException {
    if (step instanceof RowGroupPlan.Copy copy) {
      copy(copy.slice(), file);
    } else {
      pack(step.slices(), file);
    }
  }

  /** Copies what can be copied, and writes anew the columns that cannot. */
  private void copy(Slice slice, ParquetFileWriter file) throws IOException {
    OpenInput input = open(slice.input());
    OpenSlice probe = new OpenSlice(input, slice, List.of());
    List<ColumnDescriptor> decoded = new ArrayList<>();
    for (ColumnSource source : sources) {
      if (source.source() != null && !ChunkCopy.suffices(probe, source)) {
        decoded.add(source.source());
      }
    }
    OpenSlice whole = new OpenSlice(input, slice, decoded);
    file.startBlock(slice.rows());
    for (ColumnSource source : sources) {
      long before = file.getPos();
      if (ChunkCopy.suffices(whole, source)) {
        ChunkCopy.append(whole, source, file);
        progress.read(file.getPos() - before);
      } else {
        try (ChunkBuilder column = encoder(source.target())) {
          column.take(whole, source);
          column.appendTo(file);
        }
      }
      progress.wrote(file.getPos() - before);
    }
    file.endBlock();
  }

  /** Writes what was kept of several as one. */
  private void pack(List<Slice> slices, ParquetFileWriter file) throws IOException {
    List<ChunkBuilder> columns = new ArrayList<>();
    try {
      for (ColumnDescriptor column : layout.type().getColumns()) {
        columns.add(encoder(column));
      }
      for (Slice slice : slices) {
        take(slice, columns);
        progress.read(slice.bytes());
      }
      file.startBlock(slices.stream().mapToLong(Slice::kept).sum());
      for (ChunkBuilder column : columns) {
        long before = file.getPos();
        column.appendTo(file);
        progress.wrote(file.getPos() - before);
      }
      file.endBlock();
    } finally {
      columns.forEach(ChunkBuilder::close);
    }
  }

  private void take(Slice slice, List<ChunkBuilder> columns) throws IOException {
    OpenInput input = open(slice.input());
    List<ColumnDescriptor> decoded = new ArrayList<>();
    for (ColumnSource source : sources) {
      if (source.source() != null) {
        decoded.add(source.source());
      }
    }
    OpenSlice read = new OpenSlice(input, slice, decoded);
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).take(read, sources.get(i));
    }
  }

  private ChunkBuilder encoder(ColumnDescriptor column) {
    MessageType alone = SingleColumn.of(layout.type(), column);
    return new ColumnEncoder(alone, settings, compressor);
  }

  private OpenInput open(Input input) throws IOException {
    if (open == null || open.input() != input) {
      if (open != null) {
        open.close();
      }
      open = new OpenInput(input, io);
      sources = layout.sources(input);
    }
    return open;
  }

  @Override
  public void close() throws IOException {
    codecs.release();
    if (open != null) {
      open.close();
    }
  }
}
