/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;

/** A local file to write, known by the location that it was asked for. */
record LocalOutputFile(String location) implements OutputFile {
  @Override
  public PositionOutputStream create() {
    if (Files.exists(path())) {
      throw new AlreadyExistsException("File already exists: %s", location);
    }
    return open(AtomicOutputStream.Publication.IF_ABSENT);
  }

  @Override
  public PositionOutputStream createOrOverwrite() {
    return open(AtomicOutputStream.Publication.REPLACE);
  }

  @Override
  public InputFile toInputFile() {
    return new LocalInputFile(location);
  }

  private PositionOutputStream open(AtomicOutputStream.Publication publication) {
    try {
      return AtomicOutputStream.open(path(), publication);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + location, e);
    }
  }

  private Path path() {
    return LocalPath.of(location);
  }
}
