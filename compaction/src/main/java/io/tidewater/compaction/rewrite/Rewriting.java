/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.Table;

/** A way of rewriting, which takes the groups that it suits. Thread-safe; holds no state. */
@FunctionalInterface
public interface Rewriting extends Serializable {
  /**
   * A rewriter for a group, or nothing if the group does not suit it. May read the footers of the
   * group's files.
   *
   * @param table as it was planned on; nobody refreshes it
   */
  Optional<GroupRewriter> rewriterFor(Table table, FileGroup group, Workplace workplace);

  /** The first rewriter of several ways, from the cheapest to one that takes every group. */
  static GroupRewriter choose(
      List<Rewriting> ways, Table table, FileGroup group, Workplace workplace) {
    for (Rewriting way : ways) {
      Optional<GroupRewriter> rewriter = way.rewriterFor(table, group, workplace);
      if (rewriter.isPresent()) {
        return rewriter.get();
      }
    }
    throw new IllegalStateException(
        "No way of rewriting takes group " + group.id() + " of table " + table.name());
  }
}
