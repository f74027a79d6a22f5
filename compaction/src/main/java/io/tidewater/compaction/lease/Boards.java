/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.lease;

import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;

/** Finds the place in a catalog where its services meet. */
public final class Boards {
  /** The table that serves where namespaces have no properties. */
  static final String TABLE = "leases";

  private Boards() {}

  /**
   * The board of a namespace, which is created if it is missing.
   *
   * @param namespace with dots between its levels
   */
  public static Board in(Catalog catalog, String namespace) {
    Namespace place = Namespace.of(namespace.split("\\.", -1));
    if (!(catalog instanceof SupportsNamespaces namespaces)) {
      return table(catalog, place);
    }
    NamespaceBoard board = new NamespaceBoard(namespaces, place);
    board.create();
    return board.works() ? board : table(catalog, place);
  }

  private static Board table(Catalog catalog, Namespace place) {
    TableBoard board = new TableBoard(catalog, TableIdentifier.of(place, TABLE));
    board.create();
    return board;
  }
}
