/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.orphans;

import io.tidewater.compaction.policy.Policy;
import io.tidewater.compaction.storage.SameStore;
import java.util.Optional;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.io.SupportsPrefixOperations;

/** A table, and whether all that lies in its folders is its own. */
record TableTerritory(TableIdentifier name, Table table, Neighbours neighbours) {
  /** The table's storage, if it can list folders. */
  Optional<SupportsPrefixOperations> storage() {
    return table.io() instanceof SupportsPrefixOperations storage
        ? Optional.of(storage)
        : Optional.empty();
  }

  /** Why nothing may be deleted there, with what to do; empty if nothing speaks against it. */
  Optional<String> dispute(Policy policy) {
    if (storage().isEmpty()) {
      return Optional.of(
          "the table's storage cannot list folders through "
              + table.io().getClass().getName()
              + ": set io-impl to one that can, such as that for S3 or Hadoop");
    }
    if ("false".equalsIgnoreCase(table.properties().get(TableProperties.GC_ENABLED))) {
      return Optional.of(
          "table property "
              + TableProperties.GC_ENABLED
              + " is false: the table does not own all its files");
    }
    SameStore stores =
        SameStore.of(
            policy.get(OrphanOptions.EQUAL_SCHEMES), policy.get(OrphanOptions.EQUAL_AUTHORITIES));
    return new Territory(name, table.uuid().toString(), TableFolders.of(table), stores)
        .dispute(neighbours.known(), policy.get(OrphanOptions.UNREADABLE_NEIGHBOURS));
  }
}
