/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.trino;

import io.tidewater.testing.query.QueryException;
import io.tidewater.testing.query.QueryResult;
import io.trino.jdbc.Row;
import io.trino.jdbc.RowField;
import java.net.URI;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Statements over JDBC, each on a connection of its own, which costs Trino nothing. */
final class TrinoQueries {
  private final String url;

  TrinoQueries(URI server) {
    this.url = "jdbc:trino://" + server.getAuthority() + "?user=tidewater&timezone=UTC";
  }

  QueryResult run(String sql) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      return statement.execute(sql)
          ? rows(statement.getResultSet())
          : new QueryResult(List.of(), List.of(), false);
    } catch (SQLException e) {
      throw new QueryException("Trino cannot run: " + sql + "\n" + e.getMessage(), e);
    }
  }

  private static QueryResult rows(ResultSet result) throws SQLException {
    ResultSetMetaData columns = result.getMetaData();
    List<String> names = new ArrayList<>();
    for (int column = 1; column <= columns.getColumnCount(); column++) {
      names.add(columns.getColumnLabel(column));
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    while (result.next()) {
      List<@Nullable Object> cells = new ArrayList<>();
      for (int column = 1; column <= names.size(); column++) {
        cells.add(plain(result.getObject(column)));
      }
      rows.add(cells);
    }
    return new QueryResult(names, rows, false);
  }

  /** Arrays as lists and rows as maps, as deep as they go; all else as the driver gives it. */
  private static @Nullable Object plain(@Nullable Object value) throws SQLException {
    if (value instanceof Array array) {
      return plain(array.getArray());
    }
    if (value instanceof Object[] elements) {
      List<@Nullable Object> list = new ArrayList<>();
      for (Object element : elements) {
        list.add(plain(element));
      }
      return list;
    }
    if (value instanceof List<?> elements) {
      return plain(elements.toArray());
    }
    if (value instanceof Row row) {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      for (RowField field : row.getFields()) {
        fields.put(field.getName().orElse("field" + field.getOrdinal()), plain(field.getValue()));
      }
      return fields;
    }
    return value;
  }
}
