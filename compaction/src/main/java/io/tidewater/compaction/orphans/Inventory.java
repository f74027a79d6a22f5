/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.orphans;

import io.tidewater.compaction.storage.NamedFiles;
import io.tidewater.compaction.task.TaskContext;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.SupportsPrefixOperations;

/** Puts on local disk what is there, and what is named. */
final class Inventory {
  private final Table table;
  private final Listing listing;
  private final Scratch scratch;
  private final TaskContext context;

  Inventory(Table table, SupportsPrefixOperations storage, Scratch scratch, TaskContext context) {
    this.table = table;
    this.listing = new Listing(table, storage);
    this.scratch = scratch;
    this.context = context;
  }

  /** The files that are there. */
  Buckets<ListedFile> list() {
    try (Buckets<ListedFile> files = scratch.buckets(ListedFile.FORM)) {
      listing.list(
          TableFolders.of(table),
          files,
          seen -> {
            context.advance(0, 0);
            context.stage("listing, " + seen + " files seen");
          });
      return files;
    }
  }

  /** The files that are named, as of the table's last refresh. */
  Buckets<NamedPath> names(NamedFiles named) {
    context.stage("reading manifests");
    try (Buckets<NamedPath> names = scratch.buckets(NamedPath.FORM)) {
      named.tell(
          location -> {
            NamedPath name = NamedPath.of(location);
            names.add(name.bucket(), name);
          });
      return names;
    }
  }

  /** Says what was left alone, for people; nothing if there is none of it. */
  String hidden() {
    return listing.hiddenFiles().files() == 0
        ? ""
        : " Hidden, and left alone: " + listing.hiddenFiles() + ".";
  }
}
