/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.deletes;

import org.apache.iceberg.BaseTable;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.encryption.EncryptionManager;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.LocationProvider;

/** A table's operations, with something happening before each commit reaches the catalog. */
public final class HookedOperations implements TableOperations {
  private final TableOperations operations;
  private final Runnable beforeCommit;

  private HookedOperations(TableOperations operations, Runnable beforeCommit) {
    this.operations = operations;
    this.beforeCommit = beforeCommit;
  }

  /** A handle of the same table whose commits meet what the hook does. */
  public static Table hook(Table table, Runnable beforeCommit) {
    return new BaseTable(
        new HookedOperations(((BaseTable) table).operations(), beforeCommit), table.name());
  }

  @Override
  public TableMetadata current() {
    return operations.current();
  }

  @Override
  public TableMetadata refresh() {
    return operations.refresh();
  }

  @Override
  public void commit(TableMetadata base, TableMetadata metadata) {
    beforeCommit.run();
    operations.commit(base, metadata);
  }

  @Override
  public FileIO io() {
    return operations.io();
  }

  @Override
  public EncryptionManager encryption() {
    return operations.encryption();
  }

  @Override
  public String metadataFileLocation(String fileName) {
    return operations.metadataFileLocation(fileName);
  }

  @Override
  public LocationProvider locationProvider() {
    return operations.locationProvider();
  }

  @Override
  public TableOperations temp(TableMetadata uncommitted) {
    return operations.temp(uncommitted);
  }

  @Override
  public long newSnapshotId() {
    return operations.newSnapshotId();
  }
}
