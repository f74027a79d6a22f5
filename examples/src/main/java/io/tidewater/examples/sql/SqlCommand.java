/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.sql;

import io.tidewater.examples.connection.CatalogOptions;
import io.tidewater.examples.connection.Endpoints;
import io.tidewater.examples.connection.StateFile;
import io.tidewater.testing.query.QueryResult;
import io.tidewater.testing.spark.SparkSql;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code sql} command. */
@Command(
    name = "sql",
    mixinStandardHelpOptions = true,
    version = "tidewater ${sys:tidewater.version}",
    abbreviateSynopsis = true,
    sortOptions = false,
    header = "Queries the tables of a catalog with Spark SQL.",
    description = {
      "",
      "Runs Spark in local mode, in a process of its own that ends with the command. Spark comes",
      "from Maven Central; the first use downloads about 400 MB. Statements that change tables are",
      "allowed.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all statements were run",
      "1:a statement failed, and those after it were not run",
      "2:wrong usage, or no catalog is named"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bin/tidewater sql \"select * from shop.orders limit 5\"",
      "  bin/tidewater sql \"show tables in shop; select count(*) from shop.orders\"",
      "  bin/tidewater sql \"select committed_at, summary from shop.orders.snapshots\"",
      "  bin/tidewater sql --catalog-uri http://catalog:8181 - < report.sql"
    })
public final class SqlCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "STATEMENTS",
      description = "SQL statements, with semicolons between them; - reads standard input.")
  private String statements = "";

  @Option(
      names = "--max-rows",
      paramLabel = "N",
      defaultValue = "1000",
      description = "The most rows to print of one statement. Default: ${DEFAULT-VALUE}.")
  private int mostRows;

  @Mixin private CatalogOptions catalog = new CatalogOptions();

  @Override
  public Integer call() throws IOException {
    Optional<Endpoints> running = StateFile.ofThisUser().read();
    List<String> parsed =
        Statements.of(
            statements.equals("-")
                ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                : statements);
    if (spec == null || parsed.isEmpty()) {
      return 0;
    }
    PrintWriter out = spec.commandLine().getOut();
    try (SparkFolder folder = SparkFolder.temporary();
        SparkSql spark = SparkSql.start(folder.settings(catalog.settings(running)))) {
      for (String statement : parsed) {
        QueryResult result = spark.query(statement, mostRows);
        out.print(result.toTable());
        out.flush();
      }
    }
    return 0;
  }
}
