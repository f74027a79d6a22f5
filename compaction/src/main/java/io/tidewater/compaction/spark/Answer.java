/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.spark;

import io.tidewater.compaction.rewrite.RewrittenGroup;
import java.io.Serializable;

/** What an executor says of a group. */
sealed interface Answer extends Serializable {
  /** The group was rewritten. */
  record Rewritten(RewrittenGroup group) implements Answer {}

  /** It was not, and would not be the next time. */
  record Failed(String cause) implements Answer {}
}
