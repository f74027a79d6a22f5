/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.commit;

import io.tidewater.compaction.rewrite.FileGroup;
import io.tidewater.compaction.rewrite.RewrittenGroup;

/** A group and what it became. */
public record FinishedGroup(FileGroup group, RewrittenGroup result) {}
