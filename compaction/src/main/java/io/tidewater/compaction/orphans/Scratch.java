/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.orphans;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A folder on local disk that is deleted in the end. */
final class Scratch implements AutoCloseable {
  private final Path folder;
  private final List<Buckets<?>> parts = new ArrayList<>();

  Scratch(Path parent, UUID id) {
    this.folder = parent.resolve("orphans-" + id);
  }

  <E> Buckets<E> buckets(Buckets.Form<E> form) {
    Buckets<E> buckets = new Buckets<>(folder.resolve(Integer.toString(parts.size())), form);
    parts.add(buckets);
    return buckets;
  }

  @Override
  public void close() {
    parts.forEach(Buckets::close);
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
