/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.schema;

import io.tidewater.format.schema.FieldHistory;
import io.tidewater.format.schema.NewTable;
import java.util.Map;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.LocationProviders;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.inmemory.InMemoryFileIO;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.LocationProvider;

/** A table's metadata in memory: changes of it reach nobody. */
final class CopiedTable implements TableOperations {
  private static final String NOWHERE = "memory:/table";

  private final FileIO io = new InMemoryFileIO();
  private TableMetadata metadata;

  private CopiedTable(TableMetadata metadata) {
    this.metadata = metadata;
  }

  /**
   * A copy of a table.
   *
   * @throws IllegalArgumentException if the catalog's tables do not show their metadata
   */
  static Table of(Table table) {
    if (table instanceof HasTableOperations original) {
      return new BaseTable(new CopiedTable(original.operations().current()), table.name());
    }
    throw new IllegalArgumentException(
        "the catalog does not show the metadata of table " + table.name());
  }

  /** A table as it would be created. */
  static Table created(NewTable table, String name, int formatVersion) {
    TableMetadata bare =
        TableMetadata.newTableMetadata(
            table.schema(),
            PartitionSpec.unpartitioned(),
            NOWHERE,
            Map.of(TableProperties.FORMAT_VERSION, Integer.toString(formatVersion)));
    String history = table.historyOf(bare.schema()).toJson();
    TableMetadata remembering =
        TableMetadata.buildFrom(bare).setProperties(Map.of(FieldHistory.PROPERTY, history)).build();
    return new BaseTable(new CopiedTable(remembering), name);
  }

  @Override
  public TableMetadata current() {
    return metadata;
  }

  @Override
  public TableMetadata refresh() {
    return metadata;
  }

  @Override
  public void commit(TableMetadata base, TableMetadata changed) {
    metadata = changed;
  }

  @Override
  public FileIO io() {
    return io;
  }

  @Override
  public String metadataFileLocation(String fileName) {
    return metadata.location() + "/metadata/" + fileName;
  }

  @Override
  public LocationProvider locationProvider() {
    return LocationProviders.locationsFor(metadata.location(), metadata.properties());
  }
}
