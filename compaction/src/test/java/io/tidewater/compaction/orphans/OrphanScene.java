/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.orphans;

import io.tidewater.compaction.fixture.DiskTables;
import io.tidewater.compaction.fixture.StagedContext;
import io.tidewater.compaction.fixture.TestContext;
import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.task.Assessment;
import io.tidewater.compaction.task.TableView;
import io.tidewater.compaction.task.TaskResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;

/** A table in a folder whose files can be made old, and looks at it. */
final class OrphanScene {
  final Map<String, String> settings = new HashMap<>();
  private final DiskTables tables;
  private final Path scratch;
  Neighbours neighbours;
  Duration skew = Duration.ZERO;
  Consumer<String> onStage = stage -> {};
  private long looks;
  final List<Duration> pauses = new ArrayList<>();

  OrphanScene(DiskTables tables, Path scratch) {
    this.tables = tables;
    this.scratch = scratch;
    this.neighbours = new CatalogNeighbours(tables.catalog(), InstantSource.system());
  }

  static Path folder(Table table) {
    return Path.of(URI.create(table.location()));
  }

  static Path path(String location) {
    return Path.of(URI.create(location));
  }

  static Path put(Table table, String relative, String content) {
    try {
      Path file = folder(table).resolve(relative);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes all files of a table older. */
  static void age(Table table, Duration by) {
    age(folder(table), by);
  }

  /** Lets time pass since the last look. */
  static void pass(Table table, Duration time) {
    age(folder(table).resolve("metadata/tidewater"), time);
  }

  static void age(Path folder, Duration by) {
    try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Instant time = Files.getLastModifiedTime(file).toInstant().minus(by);
        Files.setLastModifiedTime(file, FileTime.from(time));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All files of a table but checksums, relative to its folder. */
  static NavigableSet<String> files(Table table) {
    Path folder = folder(table);
    try (Stream<Path> all = Files.walk(folder)) {
      NavigableSet<String> names = new TreeSet<>();
      all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .filter(name -> !name.endsWith(".crc"))
          .forEach(names::add);
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Assessment assess(Table table, Pause pause) {
    String name = table.name().substring(table.name().lastIndexOf('.') + 1);
    TableView view =
        new TableView(
            TableIdentifier.of("shop", name),
            tables.load(name),
            "main",
            Policy.DEFAULTS.with(settings, "test"),
            InstantSource.system().instant().plus(skew));
    return new DeleteOrphanFiles(neighbours, scratch, pause).assess(view);
  }

  TaskResult look(Table table) {
    return look(table, pauses::add);
  }

  TaskResult look(Table table, Pause pause) {
    settings.putIfAbsent("orphans.interval", "0s");
    Assessment assessment = assess(table, pause);
    if (assessment.tasks().isEmpty()) {
      throw new AssertionError("nothing to do: " + assessment.findings());
    }
    return assessment
        .tasks()
        .get(0)
        .run(
            new StagedContext(
                new TestContext(
                    ++looks, InstantSource.offset(InstantSource.system(), skew), 256L << 20),
                onStage));
  }
}
