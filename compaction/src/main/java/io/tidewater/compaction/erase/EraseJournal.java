/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.erase;

import io.tidewater.compaction.storage.StateFolder;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.NotFoundException;

/**
 * Remembers, beside the table, which files a request has to delete once no snapshot names them:
 * whoever goes on after a crash would not find them any more. Names files, never keys.
 */
final class EraseJournal {
  private static final String END = "end";

  private final Table table;
  private final String location;

  EraseJournal(Table table, EraseRequest request) {
    this.table = table;
    this.location = StateFolder.of(table, "erase") + request.id() + ".files";
  }

  /** The files; none if nothing was remembered, or the writing was cut off. */
  Set<String> read() {
    Set<String> files = new HashSet<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                table.io().newInputFile(location).newStream(), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.equals(END)) {
          return files;
        }
        files.add(line);
      }
      return Set.of();
    } catch (NotFoundException e) {
      return Set.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Remembers files beside those that are remembered already. */
  void add(Set<String> files) {
    Set<String> all = new HashSet<>(read());
    all.addAll(files);
    try (BufferedWriter out =
        new BufferedWriter(
            new OutputStreamWriter(
                table.io().newOutputFile(location).createOrOverwrite(), StandardCharsets.UTF_8))) {
      for (String file : all) {
        out.write(file + "\n");
      }
      out.write(END + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets all. */
  void delete() {
    try {
      table.io().deleteFile(location);
    } catch (NotFoundException e) {
      // Nothing was remembered.
    }
  }
}
