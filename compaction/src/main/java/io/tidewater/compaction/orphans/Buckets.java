/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.orphans;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Entries on local disk, spread by a hash over so many files that what one file holds fits into
 * memory. First all is written, by any threads; then one bucket after the other is read.
 *
 * @param <E> type of the entries
 */
final class Buckets<E> implements AutoCloseable {
  /** With fifty million entries, a bucket has less than half a million. */
  static final int COUNT = 128;

  private static final int BUFFER_BYTES = 16 * 1024;

  private final Path folder;
  private final Form<E> form;
  private final DataOutputStream[] outputs = new DataOutputStream[COUNT];
  private long entries;

  Buckets(Path folder, Form<E> form) {
    this.folder = folder;
    this.form = form;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How an entry is written. */
  interface Form<E> {
    void write(E entry, DataOutputStream out) throws IOException;

    E read(DataInputStream in) throws IOException;
  }

  /** Is shown entries. */
  interface Visitor<E> {
    void visit(E entry);
  }

  synchronized void add(int bucket, E entry) {
    try {
      DataOutputStream out = outputs[bucket];
      if (out == null) {
        out =
            new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file(bucket)), BUFFER_BYTES));
        outputs[bucket] = out;
      }
      form.write(entry, out);
      entries++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized long entries() {
    return entries;
  }

  /** Ends the writing. */
  @Override
  public synchronized void close() {
    for (int bucket = 0; bucket < COUNT; bucket++) {
      DataOutputStream out = outputs[bucket];
      if (out != null) {
        try {
          out.close();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  void forEach(int bucket, Visitor<E> visitor) {
    if (!Files.exists(file(bucket))) {
      return;
    }
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(Files.newInputStream(file(bucket)), BUFFER_BYTES))) {
      while (true) {
        in.mark(1);
        if (in.read() < 0) {
          return;
        }
        in.reset();
        visitor.visit(form.read(in));
      }
    } catch (EOFException e) {
      throw new IllegalStateException("file " + file(bucket) + " was cut off", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(int bucket) {
    return folder.resolve(Integer.toString(bucket));
  }
}
