/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.ManifestContent;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.PartitionStatisticsFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.StatisticsFile;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.CloseableIterable;

/**
 * Sees that every file is there which a snapshot of a table needs. Files that were there once are
 * asked for again with each look: any of them may have been deleted since.
 */
public final class LiveFiles {
  private final Table table;
  private final Set<String> present = new HashSet<>();
  private final Set<String> readManifests = new HashSet<>();
  private int snapshots;

  private LiveFiles(Table table) {
    this.table = table;
  }

  /** What a look has found. */
  public record Look(int snapshots, int files, List<String> missing) {}

  /** Looks at all snapshots; those that expire meanwhile do not count. */
  public static Look look(Table table) {
    LiveFiles files = new LiveFiles(table);
    List<String> missing = new ArrayList<>();
    for (Snapshot snapshot : table.snapshots()) {
      files.snapshots++;
      missing.addAll(files.missingOf(snapshot));
    }
    return new Look(files.snapshots, files.present.size(), missing);
  }

  private List<String> missingOf(Snapshot snapshot) {
    List<String> missing = new ArrayList<>();
    try {
      check(snapshot.manifestListLocation(), missing);
      for (ManifestFile manifest : snapshot.allManifests(table.io())) {
        if (readManifests.add(manifest.path())) {
          check(manifest.path(), missing);
          check(manifest, missing);
        }
      }
      table.statisticsFiles().stream()
          .filter(file -> file.snapshotId() == snapshot.snapshotId())
          .map(StatisticsFile::path)
          .forEach(path -> check(path, missing));
      table.partitionStatisticsFiles().stream()
          .filter(file -> file.snapshotId() == snapshot.snapshotId())
          .map(PartitionStatisticsFile::path)
          .forEach(path -> check(path, missing));
    } catch (NotFoundException | UncheckedIOException e) {
      missing.add(String.valueOf(e.getMessage()));
    }
    return missing.isEmpty() || !stillThere(snapshot)
        ? List.of()
        : missing.stream()
            .map(
                file ->
                    "%s of snapshot %d (%s) of %s"
                        .formatted(file, snapshot.snapshotId(), snapshot.operation(), table.name()))
            .collect(Collectors.toList());
  }

  private void check(ManifestFile manifest, List<String> missing) {
    try (CloseableIterable<? extends ContentFile<?>> files =
        manifest.content() == ManifestContent.DATA
            ? ManifestFiles.read(manifest, table.io(), table.specs())
            : ManifestFiles.readDeleteManifest(manifest, table.io(), table.specs())) {
      files.forEach(file -> check(file.location(), missing));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void check(String location, List<String> missing) {
    if (present.contains(location)) {
      return;
    }
    if (table.io().newInputFile(location).exists()) {
      present.add(location);
    } else {
      missing.add(location);
    }
  }

  private boolean stillThere(Snapshot snapshot) {
    table.refresh();
    return StreamSupport.stream(table.snapshots().spliterator(), false)
        .anyMatch(known -> known.snapshotId() == snapshot.snapshotId());
  }
}
