/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.io.FileIO;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** Writes single row groups; keeps the input open that it read last. */
final class RowGroupWriter implements AutoCloseable {
  private final FileIO io;
  private final Layout layout;
  private final WriterSettings settings;
  private final Progress progress;
  private final PageCodec codec;
  private final Map<Input, List<ColumnSource>> sources = new HashMap<>();
  private @Nullable OpenInput open;

  RowGroupWriter(FileIO io, Layout layout, WriterSettings settings, Progress progress) {
    this.io = io;
    this.layout = layout;
    this.settings = settings;
    this.progress = progress;
    this.codec =
        new PageCodec(
            settings.codec(), settings.codecs(), settings.encoding().getPageSizeThreshold());
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
    List<ColumnSource> sources = sources(slice);
    List<ColumnDescriptor> decoded =
        sources.stream()
            .filter(source -> source.source() != null && !ChunkCopy.suffices(slice, source))
            .map(ColumnSource::required)
            .toList();
    OpenSlice read = new OpenSlice(open(slice.input()), slice, decoded);
    file.startBlock(slice.rows());
    for (ColumnSource source : sources) {
      long before = file.getPos();
      if (ChunkCopy.suffices(slice, source)) {
        ChunkCopy.append(read, source, file);
        progress.read(file.getPos() - before);
      } else {
        try (ChunkBuilder column = encoder(source.target())) {
          column.take(read, source);
          column.appendTo(file);
        }
      }
      progress.wrote(file.getPos() - before);
    }
    file.endBlock();
  }

  /** Writes what was kept of several as one. */
  private void pack(List<Slice> slices, ParquetFileWriter file) throws IOException {
    List<ChunkBuilder> columns = builders(slices);
    try {
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
    List<ColumnSource> sources = sources(slice);
    List<ColumnDescriptor> decoded = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i) instanceof ColumnEncoder && sources.get(i).source() != null) {
        decoded.add(sources.get(i).required());
      }
    }
    OpenSlice read = new OpenSlice(open(slice.input()), slice, decoded);
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).take(read, sources.get(i));
    }
  }

  private List<ChunkBuilder> builders(List<Slice> slices) {
    List<ChunkBuilder> builders = new ArrayList<>();
    List<ColumnDescriptor> columns = layout.type().getColumns();
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      boolean paged =
          slices.stream()
              .allMatch(slice -> Pageable.test(slice, sources(slice).get(column), settings));
      builders.add(
          paged ? new PagePacker(columns.get(i), settings, codec) : encoder(columns.get(i)));
    }
    return builders;
  }

  private ChunkBuilder encoder(ColumnDescriptor column) {
    MessageType alone = SingleColumn.of(layout.type(), column);
    return new ColumnEncoder(alone, settings, codec.compressor());
  }

  private List<ColumnSource> sources(Slice slice) {
    return sources.computeIfAbsent(slice.input(), layout::sources);
  }

  private OpenInput open(Input input) throws IOException {
    if (open == null || open.input() != input) {
      if (open != null) {
        open.close();
      }
      open = new OpenInput(input, io);
    }
    return open;
  }

  @Override
  public void close() throws IOException {
    codec.close();
    if (open != null) {
      open.close();
    }
  }
}
