/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.orphans;

import io.tidewater.compaction.storage.StateFolder;
import io.tidewater.compaction.storage.StorePath;
import java.util.List;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.SupportsPrefixOperations;

/** Lists all files under a table's folders. */
final class Listing {
  private static final int REPORT_EVERY = 10_000;

  private final SupportsPrefixOperations storage;
  private final StorePath notes;
  private final HiddenNames hidden;
  private final Tally hiddenFiles = new Tally();
  private long files;

  Listing(Table table, SupportsPrefixOperations storage) {
    this.storage = storage;
    this.notes = StorePath.of(StateFolder.of(table));
    this.hidden = new HiddenNames(table);
  }

  /** Is told how many files have been seen, every now and then. */
  interface Progress {
    void seen(long files);
  }

  /** Lists some folders. Our own notes, and hidden files, are left out. */
  void list(List<String> folders, Buckets<ListedFile> visitor, Progress progress) {
    for (String folder : folders) {
      String prefix = StorePath.of(folder).path();
      try {
        for (FileInfo file : storage.listPrefix(folder)) {
          if (++files % REPORT_EVERY == 0) {
            progress.seen(files);
          }
          ListedFile listed = new ListedFile(file.location(), file.size(), file.createdAtMillis());
          if (isOurs(listed, prefix)) {
            visitor.add(listed.bucket(), listed);
          }
        }
      } catch (RuntimeException e) {
        if (!Quarantine.isMissingFolder(e)) {
          throw e;
        }
      }
    }
    progress.seen(files);
  }

  long files() {
    return files;
  }

  Tally hiddenFiles() {
    return hiddenFiles;
  }

  private boolean isOurs(ListedFile file, String prefix) {
    String path = StorePath.of(file.location()).path();
    if (!path.startsWith(prefix) || path.startsWith(notes.path())) {
      return false;
    }
    String owner = HiddenNames.owner(path);
    if (hidden.isHidden(owner.substring(prefix.length()))) {
      hiddenFiles.add(file);
      return false;
    }
    return true;
  }
}
