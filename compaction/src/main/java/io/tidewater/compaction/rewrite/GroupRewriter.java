/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite;

/** Writes the rows of a group's files to new files, without those that deletes took out. */
public interface GroupRewriter {
  /**
   * Does one group. Row ids and last updated sequence numbers (format v3) survive. Nothing is
   * committed.
   *
   * @throws RuntimeException it could not be done; files that were written are nobody's then, and
   *     left to the removal of orphans
   */
  RewrittenGroup rewrite(FileGroup group, Pulse pulse);
}
