/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.spark;

import io.tidewater.compaction.rewrite.Rewriting;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.Table;

/**
 * What all groups of a job share.
 *
 * @param table as it was planned on, fit to be serialized, with the access to its storage
 * @param ways of rewriting, from the cheapest to one that takes every group
 */
record Work(Table table, List<Rewriting> ways) implements Serializable {
  Work {
    // A list that Java serializes.
    ways = new ArrayList<>(ways);
  }
}
