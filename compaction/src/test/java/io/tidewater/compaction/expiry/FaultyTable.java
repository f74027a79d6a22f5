/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.expiry;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.LocationProviders;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.LocationProvider;
import org.apache.iceberg.io.OutputFile;

/** A table whose commits and deletions a test can disturb. */
final class FaultyTable implements TableOperations {
  private final TableOperations real;
  private final FileIO io;

  /** Called before each commit. */
  Runnable beforeCommit = () -> {};

  /** Called after each commit that landed. */
  Runnable afterCommit = () -> {};

  /** Called with each location before it is deleted. */
  Consumer<String> onDelete = location -> {};

  final Set<String> deleted = new HashSet<>();

  FaultyTable(Table table) {
    this.real = ((HasTableOperations) table).operations();
    this.io = new Deletions(real.io());
  }

  Table table() {
    return new BaseTable(this, "orders");
  }

  @Override
  public TableMetadata current() {
    return real.current();
  }

  @Override
  public TableMetadata refresh() {
    return real.refresh();
  }

  @Override
  public void commit(TableMetadata base, TableMetadata metadata) {
    beforeCommit.run();
    real.commit(base, metadata);
    afterCommit.run();
  }

  @Override
  public FileIO io() {
    return io;
  }

  @Override
  public String metadataFileLocation(String fileName) {
    return real.metadataFileLocation(fileName);
  }

  @Override
  public LocationProvider locationProvider() {
    return LocationProviders.locationsFor(current().location(), current().properties());
  }

  private final class Deletions implements FileIO {
    private final FileIO files;

    private Deletions(FileIO files) {
      this.files = files;
    }

    @Override
    public InputFile newInputFile(String path) {
      return files.newInputFile(path);
    }

    @Override
    public OutputFile newOutputFile(String path) {
      return files.newOutputFile(path);
    }

    @Override
    public void deleteFile(String path) {
      onDelete.accept(path);
      files.deleteFile(path);
      deleted.add(path);
    }
  }
}
