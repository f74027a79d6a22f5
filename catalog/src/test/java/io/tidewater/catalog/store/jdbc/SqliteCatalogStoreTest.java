/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.catalog.store.CatalogStore;
import io.tidewater.catalog.store.CatalogStoreContract;
import io.tidewater.catalog.store.PageRequest;
import io.tidewater.catalog.store.PointerChange;
import io.tidewater.catalog.store.TabularKind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract, on SQLite, and that a file keeps what a closed store knew. */
class SqliteCatalogStoreTest extends CatalogStoreContract {
  @TempDir private Path directory;

  @Override
  protected CatalogStore open() {
    return JdbcCatalogStore.sqlite(directory.resolve("contract.db"), UUID::randomUUID);
  }

  @Test
  void remembersAcrossRestarts() {
    Path file = directory.resolve("restart.db");
    TableIdentifier table = TableIdentifier.of("sea", "orders");
    try (CatalogStore first = JdbcCatalogStore.sqlite(file, UUID::randomUUID)) {
      first.createNamespace(Namespace.of("sea"), Map.of("owner", "tide"));
      first.commit(List.of(PointerChange.creation(TabularKind.TABLE, table, "m0")));
    }

    try (CatalogStore second = JdbcCatalogStore.sqlite(file, UUID::randomUUID)) {
      assertThat(second.namespaces(Namespace.empty(), PageRequest.EVERYTHING).items())
          .containsExactly(Namespace.of("sea"));
      assertThat(second.tabular(TabularKind.TABLE, table).orElseThrow().metadataLocation())
          .isEqualTo("m0");
    }
  }

  @Test
  void writesAheadSoThatReadersNeverWait() {
    try (Database database = Database.open(new SqliteDialect(directory.resolve("pragmas.db")))) {
      String readers = database.read(connection -> pragma(connection, "journal_mode"));
      String writers = database.write(connection -> pragma(connection, "synchronous"));

      assertThat(readers).isEqualTo("wal");
      assertThat(writers).as("synchronous=NORMAL").isEqualTo("1");
    }
  }

  private static String pragma(Connection connection, String name) throws SQLException {
    return new SqlQuery("PRAGMA " + name).first(connection, row -> row.getString(1)).orElseThrow();
  }
}
