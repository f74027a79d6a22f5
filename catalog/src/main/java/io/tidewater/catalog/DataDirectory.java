/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The directory of the database, kept for one server. The lock ends with the process, however. */
final class DataDirectory implements AutoCloseable {
  private final Path directory;
  private final FileChannel lock;

  private DataDirectory(Path directory, FileChannel lock) {
    this.directory = directory;
    this.lock = lock;
  }

  /**
   * Creates it if it is missing, and locks it.
   *
   * @throws IOException if it cannot be written, or another server has it
   */
  static DataDirectory open(Path directory) throws IOException {
    Files.createDirectories(directory);
    FileChannel channel =
        FileChannel.open(
            directory.resolve("catalog.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (isLocked(channel)) {
      return new DataDirectory(directory, channel);
    }
    channel.close();
    throw new IOException(
        "Another catalog server uses %s; stop it, or choose another directory"
            .formatted(directory));
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock taken = channel.tryLock();
      return taken != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  Path database() {
    return directory.resolve("catalog.db");
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
