/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.compaction.fixture.TestTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.CloseableIterable;

/** A table that others write to, at random, remembering what each snapshot held. */
final class Shop {
  private final Table table;
  private final Random random;
  private final Map<Long, Set<String>> held = new HashMap<>();
  private final Set<String> ever = new HashSet<>();
  private long nextId = 1;

  Shop(Table table, Random random) {
    this.table = table;
    this.random = random;
  }

  Table table() {
    return table;
  }

  /** Does one thing that a writer, a user or another service might do. */
  void act() {
    table.refresh();
    if (table.currentSnapshot() == null) {
      append();
      return;
    }
    switch (random.nextInt(12)) {
      case 0 -> deleteAFile();
      case 1 -> rewriteManifests();
      case 2 -> rollBack();
      case 3 -> table.manageSnapshots().createTag("tag" + nextId++, anySnapshot()).commit();
      case 4 -> table.manageSnapshots().createBranch("branch" + nextId++, anySnapshot()).commit();
      case 5 -> removeARef();
      case 6 -> stageAndPick();
      case 7 -> deleteRows();
      default -> append();
    }
    remember();
  }

  void append() {
    table.newAppend().appendFile(file()).commit();
    remember();
  }

  private DataFile file() {
    List<Record> some = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      some.add(TestTables.row(TestTables.SCHEMA, nextId++, "a", 1));
    }
    return TestTables.write(table, some);
  }

  private void deleteAFile() {
    List<DataFile> files = files();
    if (files.size() > 1) {
      table.newDelete().deleteFile(files.get(random.nextInt(files.size()))).commit();
    }
  }

  private void deleteRows() {
    List<DataFile> files = files();
    if (!files.isEmpty()) {
      DeleteFile delete =
          TestTables.positionDelete(table, files.get(random.nextInt(files.size())), 0);
      table.newRowDelta().addDeletes(delete).commit();
    }
  }

  private List<DataFile> files() {
    List<DataFile> files = new ArrayList<>();
    try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
      tasks.forEach(task -> files.add(task.file()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private void rewriteManifests() {
    table.rewriteManifests().clusterBy(file -> random.nextInt(2)).commit();
  }

  private void rollBack() {
    List<Long> ancestors =
        table.history().stream()
            .map(entry -> entry.snapshotId())
            .filter(id -> table.snapshot(id) != null)
            .toList();
    table
        .manageSnapshots()
        .setCurrentSnapshot(ancestors.get(random.nextInt(ancestors.size())))
        .commit();
  }

  private void removeARef() {
    List<String> others = table.refs().keySet().stream().filter(n -> !n.equals("main")).toList();
    if (!others.isEmpty()) {
      String name = others.get(random.nextInt(others.size()));
      if (table.refs().get(name).isTag()) {
        table.manageSnapshots().removeTag(name).commit();
      } else {
        table.manageSnapshots().removeBranch(name).commit();
      }
    }
  }

  /** Write, audit, publish. */
  private void stageAndPick() {
    table.newAppend().appendFile(file()).stageOnly().commit();
    long staged = 0;
    long newest = 0;
    for (Snapshot snapshot : table.snapshots()) {
      if (snapshot.sequenceNumber() > newest) {
        newest = snapshot.sequenceNumber();
        staged = snapshot.snapshotId();
      }
    }
    remember();
    if (random.nextBoolean()) {
      table.newAppend().appendFile(file()).commit();
      remember();
    }
    table.manageSnapshots().cherrypick(staged).commit();
  }

  private long anySnapshot() {
    List<Long> all = new ArrayList<>();
    table.snapshots().forEach(snapshot -> all.add(snapshot.snapshotId()));
    return all.get(random.nextInt(all.size()));
  }

  void remember() {
    table.refresh();
    for (Snapshot snapshot : table.snapshots()) {
      if (!held.containsKey(snapshot.snapshotId())) {
        held.put(snapshot.snapshotId(), reachable(snapshot));
        ever.addAll(reachable(snapshot));
      }
    }
  }

  /** Every snapshot that the table still has holds what it held, and the head can be read. */
  void checkTimeTravel() {
    table.refresh();
    for (Snapshot snapshot : table.snapshots()) {
      assertThat(reachable(snapshot))
          .as("files of %s", snapshot)
          .isEqualTo(held.get(snapshot.snapshotId()))
          .allMatch(this::exists);
    }
    TestTables.rows(table);
  }

  /** All that the table's snapshots reach. */
  Set<String> reachable() {
    table.refresh();
    Set<String> files = new TreeSet<>();
    table.snapshots().forEach(snapshot -> files.addAll(reachable(snapshot)));
    table.statisticsFiles().forEach(file -> files.add(file.path()));
    table.partitionStatisticsFiles().forEach(file -> files.add(file.path()));
    return files;
  }

  private Set<String> reachable(Snapshot snapshot) {
    Set<String> files = new TreeSet<>();
    files.add(snapshot.manifestListLocation());
    for (ManifestFile manifest : snapshot.allManifests(table.io())) {
      files.add(manifest.path());
      try (CloseableIterable<String> paths =
          ManifestFiles.readPaths(manifest, table.io(), table.specs())) {
        paths.forEach(files::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  /** Of all that snapshots ever reached, what is still stored. */
  Set<String> stored() {
    return ever.stream().filter(this::exists).collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean exists(String file) {
    try {
      return table.io().newInputFile(file).exists();
    } catch (NotFoundException e) {
      return false;
    }
  }
}
