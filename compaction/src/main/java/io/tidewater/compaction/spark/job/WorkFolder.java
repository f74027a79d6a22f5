/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.spark.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The folder through which the service and its Spark driver speak. Files appear whole.
 *
 * @param path an existing folder, which nobody else may read: the table in it knows the keys to its
 *     storage
 */
public record WorkFolder(Path path) {
  private static final String GROUP = "group-";
  private static final String RESULT = "result-";

  /** The table and the ways of rewriting, which all groups share. */
  public Path work() {
    return path.resolve("work.bin");
  }

  /** Everything that the driver and Spark's own launcher print. */
  public Path log() {
    return path.resolve("spark.log");
  }

  /** Writes one file group. */
  public void putGroup(int index, byte[] group) throws IOException {
    put(GROUP + index, group);
  }

  /** The file groups, in their order. */
  public List<byte[]> groups() throws IOException {
    TreeMap<Integer, byte[]> groups = new TreeMap<>();
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.startsWith(GROUP)) {
          groups.put(Integer.valueOf(name.substring(GROUP.length())), Files.readAllBytes(file));
        }
      }
    }
    return new ArrayList<>(groups.values());
  }

  /** Writes what became of a group. */
  public void putResult(int index, byte[] result) throws IOException {
    put(RESULT + index, result);
  }

  /** Takes out what became of a group; empty if that is not known yet. */
  public Optional<byte[]> takeResult(int index) throws IOException {
    Path file = path.resolve(RESULT + index);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    byte[] result = Files.readAllBytes(file);
    Files.delete(file);
    return Optional.of(result);
  }

  private void put(String name, byte[] content) throws IOException {
    Path file = path.resolve("." + name);
    Files.write(file, content);
    Files.move(file, path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }
}
