/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.store.jdbc;

import io.tidewater.catalog.store.PurgeRequest;
import io.tidewater.catalog.store.TabularKind;
import io.tidewater.catalog.store.TabularRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** The table {@code purges}. Each method works in the transaction of its connection. */
record PurgeRows(Supplier<UUID> ids) {

  void insert(Connection connection, TabularRecord dropped) throws SQLException {
    new SqlQuery(
            "INSERT INTO purges (purge_id, kind, metadata_location) VALUES (?, ?, ?)",
            ids.get().toString(),
            dropped.kind().name(),
            dropped.metadataLocation())
        .update(connection);
  }

  List<PurgeRequest> list(Connection connection) throws SQLException {
    return new SqlQuery("SELECT purge_id, kind, metadata_location FROM purges")
        .list(
            connection,
            row ->
                new PurgeRequest(
                    row.getString("purge_id"),
                    TabularKind.valueOf(row.getString("kind")),
                    row.getString("metadata_location")));
  }

  int delete(Connection connection, PurgeRequest purge) throws SQLException {
    return new SqlQuery("DELETE FROM purges WHERE purge_id = ?", purge.id()).update(connection);
  }
}
