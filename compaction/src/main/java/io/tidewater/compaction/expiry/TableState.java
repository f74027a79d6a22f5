/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.expiry;

import java.util.function.Consumer;
import org.apache.iceberg.BaseMetastoreTableOperations;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.hadoop.HadoopTableOperations;
import org.apache.iceberg.util.PropertyUtil;

/** A table's metadata, read and replaced as a whole. */
final class TableState {
  private final String name;
  private final TableOperations operations;

  /**
   * @throws IllegalArgumentException the table is of a kind that has no metadata of its own
   */
  TableState(Table table) {
    if (!(table instanceof HasTableOperations owner)) {
      throw new IllegalArgumentException(
          "table "
              + table.name()
              + " cannot be maintained: it is a "
              + table.getClass().getName()
              + ", not one that a catalog loaded");
    }
    this.name = table.name();
    this.operations = owner.operations();
  }

  String name() {
    return name;
  }

  TableMetadata current() {
    return operations.current();
  }

  TableMetadata read() {
    return operations.refresh();
  }

  boolean mayDeleteFiles() {
    return PropertyUtil.propertyAsBoolean(
        operations.current().properties(),
        TableProperties.GC_ENABLED,
        TableProperties.GC_ENABLED_DEFAULT);
  }

  /**
   * Commits updates, which land on exactly the metadata that they were built on, or at least on one
   * in which each branch and tag that it had points to the same snapshot.
   *
   * <p>A catalog that swaps whole metadata files sees to that. REST catalogs check only what a
   * commit asks them to check, and the library asks nothing when snapshots, branches or tags are
   * removed: a branch that was rolled back meanwhile to such a snapshot would be dropped, and so
   * would one that got commits. It does ask, for each branch or tag that is set; so each is set to
   * something else, and back.
   */
  void commit(TableMetadata base, Consumer<TableMetadata.Builder> updates) {
    TableMetadata.Builder builder = TableMetadata.buildFrom(base);
    if (!swapsWholeMetadata()) {
      base.refs().forEach((ref, target) -> touch(builder, ref, target));
    }
    updates.accept(builder);
    operations.commit(base, builder.build());
  }

  private boolean swapsWholeMetadata() {
    return operations instanceof BaseMetastoreTableOperations
        || operations instanceof HadoopTableOperations;
  }

  private static void touch(TableMetadata.Builder updates, String name, SnapshotRef target) {
    Long age = target.maxRefAgeMs();
    long other = age == null || age != Long.MAX_VALUE ? Long.MAX_VALUE : Long.MAX_VALUE - 1;
    updates.setRef(name, SnapshotRef.builderFrom(target).maxRefAgeMs(other).build());
    updates.setRef(name, target);
  }
}
