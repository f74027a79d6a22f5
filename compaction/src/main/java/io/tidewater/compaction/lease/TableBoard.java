/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.lease;

import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.UpdateProperties;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.types.Types;

/**
 * Signs among the properties of a table without rows, for catalogs that keep no properties of
 * namespaces. Every sign is a commit, so all but the latest metadata files are deleted at once.
 */
final class TableBoard implements Board {
  private static final Schema SCHEMA =
      new Schema(Types.NestedField.optional(1, "nothing", Types.StringType.get()));

  private final Catalog catalog;
  private final TableIdentifier name;

  TableBoard(Catalog catalog, TableIdentifier name) {
    this.catalog = catalog;
    this.name = name;
  }

  /** Creates the table if it is missing. */
  void create() {
    try {
      if (!catalog.tableExists(name)) {
        catalog.createTable(
            name,
            SCHEMA,
            PartitionSpec.unpartitioned(),
            Map.of(
                TableProperties.METADATA_DELETE_AFTER_COMMIT_ENABLED,
                "true",
                TableProperties.METADATA_PREVIOUS_VERSIONS_MAX,
                "1"));
      }
    } catch (AlreadyExistsException e) {
      // Another process was as quick.
    }
  }

  @Override
  public Map<String, String> read() {
    return NamespaceBoard.signs(catalog.loadTable(name).properties());
  }

  @Override
  public void write(String member, String sign) {
    update(properties -> properties.set(NamespaceBoard.property(member), sign));
  }

  @Override
  public void remove(Collection<String> members) {
    update(
        properties ->
            members.forEach(member -> properties.remove(NamespaceBoard.property(member))));
  }

  private void update(Consumer<UpdateProperties> change) {
    UpdateProperties properties = catalog.loadTable(name).updateProperties();
    change.accept(properties);
    properties.commit();
  }
}
