/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes.write;

import io.tidewater.compaction.deletes.live.PositionDeletes;
import io.tidewater.compaction.drift.FileKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableUtil;
import org.apache.iceberg.deletes.Deletes;
import org.apache.iceberg.deletes.PositionDeleteIndex;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.util.ContentFileUtil;

/**
 * Writes deleted positions so that each data file has one delete file of its own that says them
 * all: a deletion vector (format v3; many share a Puffin file), or a position delete (v2).
 */
public final class PositionWriter {
  private final Table table;
  private final UUID operation;
  private final CachingDeleteLoader loader;
  private final boolean vectors;
  private int rounds;

  /**
   * @param operation unique to the writer; part of the names of its files
   */
  public PositionWriter(Table table, UUID operation) {
    this.table = table;
    this.operation = operation;
    this.vectors = TableUtil.formatVersion(table) >= 3;
    this.loader = new CachingDeleteLoader(table);
  }

  public Table table() {
    return table;
  }

  /** The deletes that a data file's own delete file has to say too. */
  public List<DeleteFile> previous(DataFile file, PositionDeletes live) {
    // A deletion vector outdoes all position deletes, so it has to say what they say.
    return vectors ? all(file, live) : live.onlyOf(file);
  }

  /** All that speak of a data file. */
  public List<DeleteFile> all(DataFile file, PositionDeletes live) {
    return Stream.concat(live.onlyOf(file).stream(), live.amongOthersOf(file).stream()).toList();
  }

  /** Adds positions to those that are deleted; files without any that are new get nothing. */
  public List<Written> write(List<FilePositions> files, PositionDeletes live) {
    return write(
        files,
        sink -> {
          List<Written> written = new ArrayList<>();
          for (FilePositions file : files) {
            List<DeleteFile> previous = previous(file.file(), live);
            PositionDeleteIndex before = load(previous, file.file());
            PositionDeleteIndex now =
                Deletes.toPositionIndex(
                    CloseableIterable.withNoopClose(() -> file.positions().iterator()));
            now.merge(before);
            boolean news = now.cardinality() > before.cardinality();
            if (news) {
              sink.add(file.file(), now);
            }
            written.add(written(file.file(), previous).replacing(news ? previous : List.of()));
          }
          return written;
        });
  }

  /**
   * Makes one delete file of the position deletes that data files have; those that have it already
   * get nothing, nor those that no delete speaks of.
   */
  public List<Written> merge(List<DataFile> files, PositionDeletes live) {
    return write(
        files,
        sink -> {
          List<Written> written = new ArrayList<>();
          for (DataFile file : files) {
            List<DeleteFile> all = all(file, live);
            PositionDeleteIndex positions = load(all, file);
            boolean said = isSaid(all);
            if (!said && !positions.isEmpty()) {
              sink.add(file, positions);
            }
            // What a vector has outdone goes, the vector itself stays.
            List<DeleteFile> replaced =
                said ? all.stream().filter(one -> !saysAll(one)).toList() : all;
            written.add(written(file, all).replacing(replaced));
          }
          return written;
        });
  }

  /** Whether one delete says it all: a vector does, whatever else there is. */
  private boolean isSaid(List<DeleteFile> all) {
    return all.stream().anyMatch(this::saysAll) && (vectors || all.size() == 1);
  }

  private boolean saysAll(DeleteFile delete) {
    return vectors ? ContentFileUtil.isDV(delete) : ContentFileUtil.isFileScoped(delete);
  }

  /** Writes to a sink. */
  @FunctionalInterface
  private interface Writing {
    List<Written> to(PositionSink sink) throws IOException;
  }

  private List<Written> write(List<?> files, Writing writing) {
    if (files.isEmpty()) {
      return List.of();
    }
    try {
      PositionSink sink = sink();
      List<Written> written;
      try (sink) {
        written = writing.to(sink);
      }
      loader.forget();
      return written.stream()
          .map(one -> one.with(sink.result().get(one.file().location())))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write deletes of " + table.name(), e);
    }
  }

  private static Written written(DataFile file, List<DeleteFile> basis) {
    return new Written(
        file,
        Optional.empty(),
        List.of(),
        basis.stream().map(FileKey::of).collect(Collectors.toSet()));
  }

  private PositionSink sink() {
    String name = operation + "-" + rounds++;
    return vectors ? new VectorSink(table, name) : new PositionFileSink(table, name);
  }

  private PositionDeleteIndex load(List<DeleteFile> deletes, DataFile file) {
    List<DeleteFile> vector = deletes.stream().filter(ContentFileUtil::isDV).toList();
    return loader.loadPositionDeletes(vector.isEmpty() ? deletes : vector, file.location());
  }
}
