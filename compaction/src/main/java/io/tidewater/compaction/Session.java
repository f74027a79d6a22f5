/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction;

import io.tidewater.compaction.assess.Assessor;
import io.tidewater.compaction.assess.Handles;
import io.tidewater.compaction.assess.Maintenances;
import io.tidewater.compaction.policy.Configuration;
import io.tidewater.compaction.source.TableSource;
import java.time.InstantSource;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;

/** A command's catalog, options, and kinds of maintenance. */
record Session(Configuration configuration, TableSource source, Maintenances maintenances)
    implements AutoCloseable {
  Assessor assessor() {
    return new Assessor(maintenances, configuration.tables(), InstantSource.system());
  }

  /** Handles of a table of the catalog. */
  Handles handles(TableIdentifier name) {
    Catalog catalog = source.catalog();
    return new Handles(catalog.loadTable(name), () -> catalog.loadTable(name));
  }

  @Override
  public void close() {
    source.close();
  }
}
