/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.quickstart;

import io.tidewater.examples.connection.Endpoints;
import io.tidewater.testing.spark.SparkSettings;
import io.tidewater.testing.spark.SparkSql;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Asks the table of orders a question in SQL. */
final class Showcase {
  private static final String QUESTION =
      """
      select customer.country                  as country,
             count(*)                          as orders,
             cast(sum(total) as bigint)        as revenue,
             max(customer.points)              as most_points,
             count(delivery)                   as with_delivery
        from %s
       group by customer.country
       order by revenue desc""";

  private Showcase() {}

  /** The question and its answer, line by line. */
  static List<String> lines(Path folder, Endpoints endpoints) {
    String question = QUESTION.formatted(endpoints.table());
    List<String> lines = new ArrayList<>();
    question.lines().map(line -> "  " + line).forEach(lines::add);
    lines.add("");
    SparkSettings settings = SparkSettings.in(folder, URI.create(endpoints.catalogUri()));
    try (SparkSql spark = SparkSql.start(settings)) {
      spark.query(question).toTable().lines().map(line -> "  " + line).forEach(lines::add);
    }
    return lines;
  }
}
