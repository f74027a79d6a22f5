/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.commit;

/**
 * Nobody could be asked whether a commit landed. The files that it names may be live, and must not
 * be deleted.
 */
public final class CommitUnknownException extends RuntimeException {
  CommitUnknownException(String table, String commitId, Throwable cause) {
    super(
        "Whether commit "
            + commitId
            + " to table "
            + table
            + " landed is unknown: the catalog did not answer. Its files are kept; the next look at"
            + " the table tells.",
        cause);
  }
}
