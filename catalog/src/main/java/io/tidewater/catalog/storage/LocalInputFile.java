/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.SeekableInputStream;

/** A local file to read, known by the location that it was asked for. */
record LocalInputFile(String location) implements InputFile {
  @Override
  public long getLength() {
    return existing().getLength();
  }

  @Override
  public SeekableInputStream newStream() {
    return existing().newStream();
  }

  @Override
  public boolean exists() {
    return Files.exists(path());
  }

  private InputFile existing() {
    if (!exists()) {
      throw new NotFoundException("Failed to open input stream for file: %s", location);
    }
    return org.apache.iceberg.Files.localInput(path().toFile());
  }

  private Path path() {
    return LocalPath.of(location);
  }
}
