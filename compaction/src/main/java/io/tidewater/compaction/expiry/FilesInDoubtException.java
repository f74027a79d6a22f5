/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.expiry;

/** Nobody can tell any more which files of a table are live. None of them is deleted. */
public final class FilesInDoubtException extends RuntimeException {
  FilesInDoubtException(String table, String what) {
    super(
        "Files of expired snapshots of table "
            + table
            + " are not deleted: "
            + what
            + ". Somebody replaced the table or restored older metadata. What is unused is left to"
            + " the removal of orphans.");
  }
}
