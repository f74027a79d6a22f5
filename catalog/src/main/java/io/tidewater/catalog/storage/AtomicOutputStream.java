/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.apache.iceberg.io.PositionOutputStream;

/**
 * Writes beside the target and publishes on close: the bytes are forced to disk, then the file gets
 * its name, then the directory is forced. After a failed write nothing is published.
 */
final class AtomicOutputStream extends PositionOutputStream {
  private final Path target;
  private final Path draft;
  private final Publication publication;
  private final FileChannel channel;
  private long position;
  private boolean failed;

  private AtomicOutputStream(
      Path target, Path draft, Publication publication, FileChannel channel) {
    this.target = target;
    this.draft = draft;
    this.publication = publication;
    this.channel = channel;
  }

  static AtomicOutputStream open(Path target, Publication publication) throws IOException {
    Path directory = directory(target);
    Files.createDirectories(directory);
    Path draft = directory.resolve("." + target.getFileName() + "." + UUID.randomUUID());
    FileChannel channel =
        FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return new AtomicOutputStream(target, draft, publication, channel);
  }

  /** Also asked after the stream is closed, for the length of the file. */
  @Override
  public long getPos() {
    return position;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
      while (buffer.hasRemaining()) {
        position += channel.write(buffer);
      }
    } catch (IOException e) {
      failed = true;
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    if (!channel.isOpen()) {
      return;
    }
    try (channel) {
      if (!failed) {
        channel.force(true);
        publication.publish(draft, target);
        force(directory(target));
      }
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static Path directory(Path target) throws IOException {
    Path directory = target.toAbsolutePath().getParent();
    if (directory == null) {
      throw new IOException(target + " is no file");
    }
    return directory;
  }

  /** Without this the name may be lost with the power, though the bytes are there. */
  private static void force(Path directory) throws IOException {
    try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
      names.force(true);
    }
  }

  /** How a complete file gets its name. */
  enum Publication {
    IF_ABSENT {
      @Override
      void publish(Path draft, Path target) throws IOException {
        // A link fails if the name is taken, which no kind of move does on every file system.
        Files.createLink(target, draft);
      }
    },
    REPLACE {
      @Override
      void publish(Path draft, Path target) throws IOException {
        Files.move(
            draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    };

    abstract void publish(Path draft, Path target) throws IOException;
  }
}
