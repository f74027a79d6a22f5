/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.route;

import java.util.List;
import org.apache.iceberg.catalog.TableIdentifier;

/** Where a record goes: to tables, or nowhere for a reason that must be told. */
public sealed interface Route {

  /** The tables that take the record; none unless it is a {@link ToTables}. */
  List<TableIdentifier> tables();

  /** A route to one table. */
  static Route to(TableIdentifier table) {
    return new ToTables(List.of(table));
  }

  /** A route to nowhere; the reason completes "the record was not routed because ...". */
  static Route nowhere(String reason) {
    return new Unrouted(reason);
  }

  /** A route that cannot be told because the record cannot be read. */
  static Route unreadable(String reason) {
    return new Unreadable(reason);
  }

  /** A route that cannot be told yet. */
  static Route later(String reason) {
    return new Later(reason);
  }

  /**
   * One table or more, each of which takes the record.
   *
   * @param tables at least one, without duplicates
   */
  record ToTables(List<TableIdentifier> tables) implements Route {
    public ToTables {
      tables = List.copyOf(tables);
      if (tables.isEmpty()) {
        throw new IllegalArgumentException("A route to tables needs a table");
      }
    }
  }

  /**
   * No table takes the record.
   *
   * @param reason what a user must know to change that
   */
  record Unrouted(String reason) implements Route {
    @Override
    public List<TableIdentifier> tables() {
      return List.of();
    }
  }

  /**
   * Nobody can tell the tables of the record, since its bytes are not what they should be.
   *
   * @param reason what is wrong with them
   */
  record Unreadable(String reason) implements Route {
    @Override
    public List<TableIdentifier> tables() {
      return List.of();
    }
  }

  /**
   * Nobody can tell the tables of the record at the moment.
   *
   * @param reason what did not answer
   */
  record Later(String reason) implements Route {
    @Override
    public List<TableIdentifier> tables() {
      return List.of();
    }
  }
}
