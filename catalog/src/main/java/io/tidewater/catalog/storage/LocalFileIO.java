/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;

/**
 * Files of this machine, for {@code file:} locations and plain paths, without Hadoop. A file
 * appears under its name only once it is complete and forced to disk. Safe for use by many threads.
 */
public final class LocalFileIO implements FileIO {
  private static final long serialVersionUID = 1L;

  /** For {@code io-impl}: a client loads it by name. */
  public LocalFileIO() {}

  @Override
  public void initialize(Map<String, String> properties) {}

  @Override
  public InputFile newInputFile(String location) {
    return new LocalInputFile(location);
  }

  @Override
  public OutputFile newOutputFile(String location) {
    return new LocalOutputFile(location);
  }

  /** Deletes a file, if it is there, and the checksum that Hadoop may have written beside it. */
  @Override
  public void deleteFile(String location) {
    Path path = LocalPath.of(location);
    try {
      Files.deleteIfExists(path);
      Files.deleteIfExists(path.resolveSibling("." + path.getFileName() + ".crc"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + location, e);
    }
  }
}
