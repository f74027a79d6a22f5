/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.store.jdbc;

import com.zaxxer.hikari.HikariConfig;

/** What differs from one database to the next. */
interface Dialect {
  /** Connections that only read, each statement by itself. */
  HikariConfig readers();

  /** Connections whose transactions may write. */
  HikariConfig writers();

  /** Where on the class path the migrations of this database's schema are. */
  String migrations();
}
