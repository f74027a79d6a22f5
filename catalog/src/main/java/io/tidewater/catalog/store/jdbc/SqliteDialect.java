/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import java.nio.file.Path;

/**
 * SQLite in one file, with a write-ahead log: readers never wait for the writer. SQLite has one
 * writer at a time, so there is one connection for it, and transactions queue in the pool rather
 * than at the file's lock. They take the write lock when they begin; one that begins by reading
 * could not get it any more after another wrote.
 */
record SqliteDialect(Path file) implements Dialect {
  private static final int READERS = 4;

  @Override
  public HikariConfig readers() {
    HikariConfig config = connections("catalog-readers", READERS);
    config.setAutoCommit(true);
    return config;
  }

  @Override
  public HikariConfig writers() {
    HikariConfig config = connections("catalog-writer", 1);
    config.setAutoCommit(false);
    config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
    return config;
  }

  @Override
  public String migrations() {
    return "classpath:io/tidewater/catalog/store/jdbc/migration/sqlite";
  }

  private HikariConfig connections(String name, int size) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl("jdbc:sqlite:" + file.toAbsolutePath());
    config.setMaximumPoolSize(size);
    config.addDataSourceProperty("journal_mode", "WAL");
    config.addDataSourceProperty("synchronous", "NORMAL");
    config.addDataSourceProperty("busy_timeout", "10000");
    config.addDataSourceProperty("foreign_keys", "true");
    return config;
  }
}
