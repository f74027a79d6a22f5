/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder in which one run keeps its data, configurations and logs. */
final class WorkFolder {
  private final Path path;
  private volatile boolean temporary;

  private WorkFolder(Path path, Ownership ownership) {
    this.path = path;
    this.temporary = ownership == Ownership.OURS;
  }

  private enum Ownership {
    OURS,
    THE_USERS
  }

  /**
   * The folder that the user names, which must be new or empty, or else a temporary one.
   *
   * @throws IllegalArgumentException if something is in it
   */
  static WorkFolder open(Optional<Path> chosen) {
    try {
      if (chosen.isEmpty()) {
        return new WorkFolder(Files.createTempDirectory("tidewater-quickstart"), Ownership.OURS);
      }
      Path folder = Files.createDirectories(chosen.get().toAbsolutePath().normalize());
      try (Stream<Path> content = Files.list(folder)) {
        if (content.findAny().isPresent()) {
          throw new IllegalArgumentException(
              "--data " + folder + " is not empty; name a new folder for each run");
        }
      }
      return new WorkFolder(folder, Ownership.THE_USERS);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create the folder for the run's data", e);
    }
  }

  Path path() {
    return path;
  }

  /** Keeps the folder where it is, for somebody to look into. */
  void keep() {
    temporary = false;
  }

  /** The logs in it, relative to it. */
  List<Path> logs() {
    try (Stream<Path> files = Files.walk(path, 3)) {
      return files
          .filter(file -> file.toString().endsWith(".log") && Files.isRegularFile(file))
          .filter(file -> !file.toString().contains("00000000"))
          .map(path::relativize)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + path, e);
    }
  }

  /** What is left when all has been stopped, in words. */
  String remains() {
    return temporary
        ? "Everything has been stopped and cleared away."
        : "Everything has been stopped; data and logs are in " + path + ".";
  }

  /** Deletes the folder, unless it is to be kept. */
  void discard() {
    if (!temporary) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + path, e);
    }
  }
}
