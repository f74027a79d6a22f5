/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.row;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.iceberg.Schema;
import org.apache.iceberg.avro.Avro;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.avro.DataWriter;
import org.apache.iceberg.data.avro.PlannedDataReader;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.FileAppender;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.util.SortedMerge;

/** Sorted rows in local files, merged when they are read. Closing deletes the files. */
final class SortedRuns implements Closeable {
  /** More are merged to one first, so that few files are open at a time. */
  private static final int MERGED_AT_ONCE = 64;

  private final Schema schema;
  private final RowOrder order;
  private final Path folder;
  private final String name;
  private final List<Path> runs = new ArrayList<>();
  private int written;

  SortedRuns(Schema schema, RowOrder order, Path folder, UUID id) {
    // Readers make up values of columns with reserved ids, such as those of row lineage.
    this.schema = TypeUtil.assignIncreasingFreshIds(schema);
    this.order = order;
    this.folder = folder;
    this.name = "tidewater-sort-" + id;
  }

  boolean isEmpty() {
    return runs.isEmpty();
  }

  /** Adds rows, which have to be sorted. */
  void add(Iterable<SortableRow> sorted) throws IOException {
    if (runs.size() >= MERGED_AT_ONCE) {
      List<Path> merged = List.copyOf(runs);
      try (CloseableIterable<SortableRow> all = merge()) {
        write(all);
      }
      for (Path run : merged) {
        runs.remove(run);
        Files.delete(run);
      }
    }
    write(sorted);
  }

  private void write(Iterable<SortableRow> sorted) throws IOException {
    Path run = folder.resolve(name + "-" + written++ + ".avro");
    runs.add(run);
    try (FileAppender<Record> appender =
        Avro.write(org.apache.iceberg.Files.localOutput(run.toFile()))
            .schema(schema)
            .named("row")
            .set("write.avro.compression-codec", "uncompressed")
            .createWriterFunc(DataWriter::create)
            .build()) {
      sorted.forEach(row -> appender.add(row.row()));
    }
  }

  /** All rows in order. */
  CloseableIterable<SortableRow> merge() {
    List<CloseableIterable<SortableRow>> inputs = new ArrayList<>();
    for (Path run : runs) {
      CloseableIterable<Record> rows =
          Avro.read(org.apache.iceberg.Files.localInput(run.toFile()))
              .project(schema)
              .createResolvingReader(PlannedDataReader::create)
              .build();
      inputs.add(CloseableIterable.transform(rows, order::sortable));
    }
    return new SortedMerge<>(order, inputs);
  }

  @Override
  public void close() {
    for (Path run : runs) {
      try {
        Files.deleteIfExists(run);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
