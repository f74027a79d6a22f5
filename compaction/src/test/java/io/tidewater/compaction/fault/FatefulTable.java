/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.fault;

import org.apache.iceberg.BaseTable;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.encryption.EncryptionManager;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.LocationProvider;

/** A process's handle of a table; commits are steps before and after, and so is what it writes. */
final class FatefulTable implements TableOperations {
  /** The step when a commit has landed, and its answer is under way. */
  static final String LANDED = "answer to a commit";

  private final TableOperations table;
  private final Fate fate;
  private final FileIO files;

  private FatefulTable(TableOperations table, FileIO files, Fate fate) {
    this.table = table;
    this.fate = fate;
    this.files = files;
  }

  static Table of(Table table, MemoryFiles files, Fate fate) {
    TableOperations operations = ((BaseTable) table).operations();
    return new BaseTable(
        new FatefulTable(operations, new FatefulIO(files, fate), fate), table.name());
  }

  @Override
  public TableMetadata current() {
    return table.current();
  }

  @Override
  public TableMetadata refresh() {
    fate.live();
    return table.refresh();
  }

  @Override
  public void commit(TableMetadata base, TableMetadata metadata) {
    fate.step("commit");
    table.commit(base, metadata);
    fate.step(LANDED);
  }

  @Override
  public FileIO io() {
    return files;
  }

  @Override
  public EncryptionManager encryption() {
    return table.encryption();
  }

  @Override
  public String metadataFileLocation(String fileName) {
    return table.metadataFileLocation(fileName);
  }

  @Override
  public LocationProvider locationProvider() {
    return table.locationProvider();
  }

  @Override
  public TableOperations temp(TableMetadata uncommitted) {
    return new FatefulTable(table.temp(uncommitted), files, fate);
  }

  @Override
  public long newSnapshotId() {
    return table.newSnapshotId();
  }
}
