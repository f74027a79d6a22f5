/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.commit;

/** How a commit ended. */
public sealed interface CommitResult {
  /** It is on the branch. */
  record Landed(long snapshotId) implements CommitResult {}

  /** It is not on the branch, and never will be. */
  record GivenUp(String reason) implements CommitResult {}
}
