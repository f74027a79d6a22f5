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
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableUtil;
import org.apache.iceberg.data.BaseDeleteLoader;
import org.apache.iceberg.data.DeleteLoader;
import org.apache.iceberg.deletes.Deletes;
import org.apache.iceberg.deletes.PositionDeleteIndex;
import org.apache.iceberg.encryption.EncryptingFileIO;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.util.ContentFileUtil;

/**
 * Writes deleted positions so that each data file has one delete file of its own that says them
 * all: a deletion vector (format v3; many share a Puffin file), or a position delete (v2).
 */
public final class PositionWriter {
  private final Table table;
  private final UUID operation;
  private final DeleteLoader loader;
  private final boolean vectors;
  private int rounds;

  /**
   * @param operation unique to the writer; part of the names of its files
   */
  public PositionWriter(Table table, UUID operation) {
    this.table = table;
    this.operation = operation;
    this.vectors = TableUtil.formatVersion(table) >= 3;
    EncryptingFileIO io = EncryptingFileIO.combine(table.io(), table.encryption());
    this.loader = new BaseDeleteLoader(io::newInputFile);
  }

  /** The deletes that a data file's own delete file has to say too. */
  public List<DeleteFile> previous(FilePositions file, PositionDeletes live) {
    List<DeleteFile> own = live.onlyOf(file.file());
    // A deletion vector outdoes all position deletes, so it has to say what they say.
    return vectors
        ? Stream.concat(own.stream(), live.amongOthersOf(file.file()).stream()).toList()
        : own;
  }

  /** Writes; files that turn out to have nothing new get nothing. */
  public List<Written> write(List<FilePositions> files, PositionDeletes live) {
    List<Written> written = new ArrayList<>();
    try (PositionSink sink = sink()) {
      for (FilePositions file : files) {
        List<DeleteFile> previous = previous(file, live);
        PositionDeleteIndex before = load(previous, file);
        PositionDeleteIndex now =
            Deletes.toPositionIndex(CloseableIterable.withNoopClose(() -> file.positions().iterator()));
        now.merge(before);
        boolean news = now.cardinality() > before.cardinality();
        if (news) {
          sink.add(file.file(), now);
        }
        written.add(
            new Written(
                file.file(),
                Optional.empty(),
                news ? previous.stream().filter(ContentFileUtil::isFileScoped).toList() : List.of(),
                previous.stream().map(FileKey::of).collect(Collectors.toSet())));
      }
      sink.close();
      return written.stream()
          .map(
              one ->
                  new Written(
                      one.file(),
                      Optional.ofNullable(sink.result().get(one.file().location())),
                      one.replaced(),
                      one.basis()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write deletes of " + table.name(), e);
    }
  }

  private PositionSink sink() {
    String name = operation + "-" + rounds++;
    return vectors ? new VectorSink(table, name) : new PositionFileSink(table, name);
  }

  private PositionDeleteIndex load(List<DeleteFile> previous, FilePositions file) {
    List<DeleteFile> vector = previous.stream().filter(ContentFileUtil::isDV).toList();
    return loader.loadPositionDeletes(
        vector.isEmpty() ? previous : vector, file.file().location());
  }
}
