/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.ManifestContent;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ManifestReader;
import org.apache.iceberg.PartitionStatisticsFile;
import org.apache.iceberg.ReachableFileUtil;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotParser;
import org.apache.iceberg.StatisticsFile;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;

/**
 * The locations of all files that a table's metadata names: those of every snapshot that is known,
 * whichever branch or tag leads to it, with its manifest list, manifests, data files, delete files
 * and deletion vectors; statistics of columns and partitions; the metadata file itself, those that
 * its log remembers, and the version hint.
 *
 * <p>Tells each location about once, and remembers which manifests it has read: telling again after
 * a refresh costs only what is new. Keeps paths of manifests in memory, not of files. For one
 * thread.
 */
public final class NamedFiles {
  private static final int AT_A_TIME = 64;

  private final Table table;
  private final ExecutorService workers;
  private final Progress progress;
  private final Set<Long> snapshots = new HashSet<>();
  private final Set<String> told = new HashSet<>();

  /**
   * @param workers read manifests
   * @param progress is told after each manifest, by any thread
   */
  public NamedFiles(Table table, ExecutorService workers, Progress progress) {
    this.table = table;
    this.workers = workers;
    this.progress = progress;
  }

  /** Is told of metadata that was read. */
  @FunctionalInterface
  public interface Progress {
    void read(long bytes);
  }

  /**
   * Tells what is named now, as of the table's last refresh, and has not been told.
   *
   * @param visitor is called by many threads
   * @throws RuntimeException some metadata could not be read: what was told is not all there is
   */
  public void tell(Consumer<String> visitor) {
    tellOnce(ReachableFileUtil.metadataFileLocations(table, false), visitor);
    tellOnce(List.of(ReachableFileUtil.versionHintLocation(table)), visitor);
    tellOnce(table.statisticsFiles().stream().map(StatisticsFile::path).toList(), visitor);
    tellOnce(
        table.partitionStatisticsFiles().stream().map(PartitionStatisticsFile::path).toList(),
        visitor);
    List<ManifestFile> batch = new ArrayList<>();
    for (Snapshot snapshot : table.snapshots()) {
      if (snapshots.add(snapshot.snapshotId())) {
        if (snapshot.manifestListLocation() != null) {
          visitor.accept(snapshot.manifestListLocation());
        }
        for (ManifestFile manifest : manifests(snapshot)) {
          if (told.add(manifest.path())) {
            visitor.accept(manifest.path());
            batch.add(manifest);
          }
        }
      }
      if (batch.size() >= AT_A_TIME) {
        tellEntries(batch, visitor);
        batch.clear();
      }
    }
    tellEntries(batch, visitor);
  }

  /** Where the table's current metadata is. */
  public static String metadataFile(Table table) {
    return ((BaseTable) table).operations().current().metadataFileLocation();
  }

  /** The snapshot itself would remember them as long as the table's metadata does. */
  private List<ManifestFile> manifests(Snapshot snapshot) {
    return SnapshotParser.fromJson(SnapshotParser.toJson(snapshot)).allManifests(table.io());
  }

  private void tellOnce(Iterable<String> locations, Consumer<String> visitor) {
    for (String location : locations) {
      if (told.add(location)) {
        visitor.accept(location);
      }
    }
  }

  private void tellEntries(List<ManifestFile> manifests, Consumer<String> visitor) {
    List<Future<?>> pieces = new ArrayList<>();
    for (ManifestFile manifest : manifests) {
      pieces.add(workers.submit(() -> tellEntries(manifest, visitor)));
    }
    for (Future<?> piece : pieces) {
      await(piece);
    }
  }

  private void tellEntries(ManifestFile manifest, Consumer<String> visitor) {
    if (manifest.content() == ManifestContent.DATA) {
      tellPaths(ManifestFiles.read(manifest, table.io(), table.specs()), visitor);
    } else {
      tellPaths(ManifestFiles.readDeleteManifest(manifest, table.io(), table.specs()), visitor);
    }
    progress.read(manifest.length());
  }

  private static <F extends ContentFile<F>> void tellPaths(
      ManifestReader<F> reader, Consumer<String> visitor) {
    try (CloseableIterable<F> files = reader.select(List.of("file_path"))) {
      for (F file : files) {
        visitor.accept(file.location());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(Future<?> piece) {
    try {
      piece.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading manifests", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
