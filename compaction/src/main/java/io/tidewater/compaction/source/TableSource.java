/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.source;

import java.util.List;
import java.util.Optional;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;

/** The tables of a catalog. Thread-safe. */
public interface TableSource extends AutoCloseable {
  /** All tables, in all namespaces. */
  List<TableIdentifier> tables();

  /**
   * Looks at a table.
   *
   * @param mark of the state that the looker has seen; empty to have it loaded in any case
   */
  Look look(TableIdentifier table, Optional<String> mark);

  /** The catalog behind it. */
  Catalog catalog();

  @Override
  void close();
}
