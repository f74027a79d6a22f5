/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.parquet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.SchemaParser;
import org.apache.iceberg.io.OutputFile;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.jspecify.annotations.Nullable;

/** The new files, one after the other, each of about the size that is wished for. */
final class OutputFiles implements AutoCloseable {
  private final Supplier<OutputFile> names;
  private final Layout layout;
  private final FileDescription description;
  private final WriterSettings settings;
  private final long targetBytes;
  private final List<DataFile> finished = new ArrayList<>();
  private @Nullable Current current;

  OutputFiles(
      Supplier<OutputFile> names,
      Layout layout,
      FileDescription description,
      WriterSettings settings,
      long targetBytes) {
    this.names = names;
    this.layout = layout;
    this.description = description;
    this.settings = settings;
    this.targetBytes = targetBytes;
  }

  /** A file that is written, and the slices whose rows went into it. */
  record Current(String location, ParquetFileWriter writer, List<Slice> slices) {}

  /** The file for the next row group. */
  Current forNext(long bytes) throws IOException {
    if (current != null && current.writer().getPos() + bytes / 2 > targetBytes) {
      finish();
    }
    if (current == null) {
      OutputFile file = names.get();
      ParquetProperties encoding = settings.encoding();
      ParquetFileWriter writer =
          new ParquetFileWriter(
              new BufferedOutput(file),
              layout.type(),
              ParquetFileWriter.Mode.CREATE,
              settings.rowGroupBytes(),
              0,
              encoding.getColumnIndexTruncateLength(),
              encoding.getStatisticsTruncateLength(),
              encoding.getPageWriteChecksumEnabled());
      writer.start();
      current = new Current(file.location(), writer, new ArrayList<>());
    }
    return current;
  }

  /** Ends the last file. */
  List<DataFile> finish() throws IOException {
    if (current != null) {
      ParquetFileWriter writer = current.writer();
      writer.end(Map.of("iceberg.schema", SchemaParser.toJson(layout.schema())));
      finished.add(
          description.of(
              current.location(), writer.getPos(), writer.getFooter(), current.slices()));
      current = null;
    }
    return List.copyOf(finished);
  }

  /** Lets go of a file that was not ended; it is nobody's then. */
  @Override
  public void close() throws IOException {
    if (current != null) {
      current.writer().close();
    }
  }
}
