/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.rewrite.maintain;

import io.tidewater.compaction.observe.Partition;
import io.tidewater.compaction.task.Finding;
import org.apache.iceberg.Table;

/** Names partitions for people. */
final class Scope {
  private Scope() {}

  static String of(Partition partition, Table table) {
    String name = partition.describe(table.specs());
    if (partition.specId() != table.spec().specId()) {
      return (name.isEmpty() ? "unpartitioned" : name) + " (spec " + partition.specId() + ")";
    }
    return name.isEmpty() ? Finding.WHOLE_TABLE : name;
  }
}
