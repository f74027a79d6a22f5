/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.sql;

import io.tidewater.examples.table.CatalogSettings;
import io.tidewater.testing.spark.SparkSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where one Spark session keeps its configuration and scratch files, until it ends. */
record SparkFolder(Path path) implements AutoCloseable {
  private static final int HEAP_MEGABYTES = 1024;

  static SparkFolder temporary() {
    try {
      return new SparkFolder(Files.createTempDirectory("tidewater-sql"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create a folder for Spark", e);
    }
  }

  /** A session here, on a catalog. */
  SparkSettings settings(CatalogSettings catalog) {
    return SparkSettings.in(path, URI.create(catalog.uri()))
        .withCatalogName("tidewater")
        .withCatalogProperties(catalog.properties())
        .withHeapMegabytes(HEAP_MEGABYTES);
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(path)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + path, e);
    }
  }
}
