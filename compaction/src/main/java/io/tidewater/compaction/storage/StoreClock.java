/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.SupportsPrefixOperations;

/**
 * Tells the time by the clock that dates files: writes a small object, reads when that was, and
 * deletes it. What is younger than some age by this clock really is, whatever the service's own
 * clock says.
 */
public final class StoreClock {
  private final Table table;
  private final SupportsPrefixOperations storage;

  /**
   * @param table where the object is written, in its {@link StateFolder}
   * @param storage of the table
   */
  public StoreClock(Table table, SupportsPrefixOperations storage) {
    this.table = table;
    this.storage = storage;
  }

  /**
   * Asks the store.
   *
   * @param id names the object
   * @throws RuntimeException the object could not be written, or is not listed
   */
  public Instant ask(UUID id) {
    String folder = StateFolder.of(table, "clock");
    String probe = folder + id;
    write(probe);
    try {
      for (FileInfo file : storage.listPrefix(folder)) {
        if (file.location().endsWith("/" + id)) {
          return Instant.ofEpochMilli(file.createdAtMillis());
        }
      }
    } finally {
      storage.deleteFile(probe);
    }
    throw new IllegalStateException(
        "Object "
            + probe
            + " was written to learn the time of the storage, and its folder does not list it. Age"
            + " of files cannot be measured there.");
  }

  /**
   * Asks the store, and compares.
   *
   * @param ours what the service takes for the time
   * @param tolerance how far apart the two may be
   * @throws ClockSkewException they are further apart
   */
  public Instant ask(UUID id, Instant ours, Duration tolerance) {
    Instant theirs = ask(id);
    if (Duration.between(theirs, ours).abs().compareTo(tolerance) > 0) {
      throw new ClockSkewException(theirs, ours, tolerance);
    }
    return theirs;
  }

  private void write(String probe) {
    try (OutputStream out = storage.newOutputFile(probe).createOrOverwrite()) {
      out.write("What time is it?".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
