/* SPDX-License-Identifier: Apache-2.0 */
/**
 * How maintenance commits: each attempt is built for exactly one branch head, carries the offset
 * ledger of that head forward, and is refused by a head that has moved. See {@link
 * io.tidewater.compaction.commit.BranchCommitter}.
 */
@NullMarked
package io.tidewater.compaction.commit;

import org.jspecify.annotations.NullMarked;
