/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a statement answered; none, if it was no query.
 *
 * @param columns the names, in the order of the cells
 * @param rows the cells of each row: numbers, strings, booleans, lists, maps and null
 * @param truncated whether there were more rows than were asked for
 */
public record QueryResult(
    List<String> columns, List<List<@Nullable Object>> rows, boolean truncated) {

  public QueryResult {
    columns = List.copyOf(columns);
    rows = rows.stream().map(QueryResult::unmodifiable).toList();
  }

  /** The only cell of the only row, as of a {@code select count(*)}. */
  public @Nullable Object single() {
    if (rows.size() != 1 || columns.size() != 1) {
      throw new QueryException("One cell expected, but got " + rows.size() + " rows of " + columns);
    }
    return rows.get(0).get(0);
  }

  /** The only cell, as a number. */
  public long singleLong() {
    if (single() instanceof Number number) {
      return number.longValue();
    }
    throw new QueryException("A number expected, but got " + single());
  }

  /** The cells of one column. */
  public List<@Nullable Object> column(String name) {
    int place = columns.indexOf(name);
    if (place < 0) {
      throw new QueryException("There is no column " + name + " in " + columns);
    }
    List<@Nullable Object> cells = new ArrayList<>();
    rows.forEach(row -> cells.add(row.get(place)));
    return Collections.unmodifiableList(cells);
  }

  /** The rows as an aligned table with a header, one line each. */
  public String toTable() {
    return TextTable.of(this);
  }

  private static List<@Nullable Object> unmodifiable(List<@Nullable Object> cells) {
    return Collections.unmodifiableList(new ArrayList<>(cells));
  }
}
