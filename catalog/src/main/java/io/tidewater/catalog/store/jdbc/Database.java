/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.store.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.tidewater.catalog.store.StoreOutcomeUnknownException;
import io.tidewater.catalog.store.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/**
 * Connections and transactions. Says of every failure whether the transaction may have happened:
 * before the commit it has not, during the commit nobody knows.
 */
final class Database implements AutoCloseable {
  private final HikariDataSource readers;
  private final HikariDataSource writers;

  private Database(HikariDataSource readers, HikariDataSource writers) {
    this.readers = readers;
    this.writers = writers;
  }

  /** Connects, and brings the schema to the newest version. */
  static Database open(Dialect dialect) {
    HikariDataSource writers = new HikariDataSource(dialect.writers());
    try {
      Flyway.configure()
          .dataSource(writers)
          .locations(dialect.migrations())
          .table("schema_history")
          .load()
          .migrate();
      return new Database(new HikariDataSource(dialect.readers()), writers);
    } catch (RuntimeException e) {
      writers.close();
      throw e;
    }
  }

  <T> T read(SqlWork<T> work) {
    try (Connection connection = readers.getConnection()) {
      return work.run(connection);
    } catch (SQLException e) {
      throw new StoreUnavailableException("The catalog's database cannot be read", e);
    }
  }

  <T> T write(SqlWork<T> work) {
    try (Connection connection = writers.getConnection()) {
      T result = beforeCommit(connection, work);
      commit(connection);
      return result;
    } catch (SQLException e) {
      throw new StoreUnavailableException("The catalog's database cannot be written", e);
    }
  }

  private static <T> T beforeCommit(Connection connection, SqlWork<T> work) throws SQLException {
    try {
      return work.run(connection);
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    }
  }

  private static void commit(Connection connection) {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw new StoreOutcomeUnknownException("The catalog's database failed while committing", e);
    }
  }

  @Override
  public void close() {
    readers.close();
    writers.close();
  }
}
