/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.spark;

import io.tidewater.compaction.rewrite.FileGroup;
import io.tidewater.compaction.rewrite.GroupRewriter;
import io.tidewater.compaction.rewrite.Rewriting;
import io.tidewater.compaction.rewrite.Workplace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.iceberg.Table;

/**
 * Suits the group of id 0, whose first attempt leaves the id of its process in a file and waits for
 * ever; later attempts leave the group to others.
 *
 * @param marker the file's path
 */
record WaitingOnce(String marker) implements Rewriting {
  @Override
  public Optional<GroupRewriter> rewriterFor(Table table, FileGroup group, Workplace workplace) {
    if (group.id() == 0 && isFirst()) {
      while (true) {
        LockSupport.park(this);
      }
    }
    return Optional.empty();
  }

  private boolean isFirst() {
    try {
      Files.writeString(
          Path.of(marker),
          Long.toString(ProcessHandle.current().pid()),
          StandardOpenOption.CREATE_NEW);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
