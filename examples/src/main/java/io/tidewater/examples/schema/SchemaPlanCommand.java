/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.schema;

import io.tidewater.examples.connection.CatalogOptions;
import io.tidewater.examples.connection.RegistryFlags;
import io.tidewater.examples.connection.StateFile;
import io.tidewater.examples.table.CatalogSettings;
import io.tidewater.examples.table.TableCatalog;
import io.tidewater.format.registry.RegisteredSchema;
import io.tidewater.format.registry.SchemaRegistry;
import io.tidewater.format.registry.http.HttpSchemaRegistry;
import io.tidewater.format.registry.http.RegistryOptions;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.iceberg.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The {@code schema plan} command. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    abbreviateSynopsis = true,
    sortOptions = false,
    header = "Tells what a version of a subject would do to a table, and does nothing.",
    description = {
      "",
      "For a build that checks schemas before they are deployed: reads the schema from the registry",
      "and the table from the catalog, and plans as the sink would, by the same rules. A table that",
      "is not there yet would be created; its columns are printed. Give the options that the sink",
      "has, where they are not its defaults.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the table stays as it is, would be created, or would follow unnoticed",
      "1:the table would follow, but a column gets another name, --on-conflict makes another one,"
          + " or not every value goes into its column",
      "2:wrong usage, or the registry, the catalog or the table cannot be reached",
      "3:records would not fit: rename a field, choose --on-conflict, or do not deploy the schema"
    },
    exitCodeOnExecutionException = 2,
    footerHeading = "%nExamples:%n",
    footer = {
      "  bin/tidewater schema plan --subject orders-value --table shop.orders \\",
      "      --registry http://registry:8081 --catalog-uri http://catalog:8181",
      "  bin/tidewater schema plan --subject orders-value --table shop.orders --all-versions \\",
      "      --registry-config registry.properties --catalog-uri http://catalog:8181 --json"
    })
public final class SchemaPlanCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = {"-s", "--subject"},
      paramLabel = "SUBJECT",
      required = true,
      description = "The subject, such as orders-value; with its context, if it is in one.")
  private String subject = "";

  @Option(
      names = {"-n", "--table"},
      paramLabel = "NAMESPACE.TABLE",
      required = true,
      description = "The table; it may be missing.")
  private String table = "";

  @Mixin private VersionFlags versions = new VersionFlags();

  @Option(
      names = "--message",
      paramLabel = "N",
      split = ",",
      defaultValue = "0",
      description =
          "Which message of a Protobuf schema, counted from 0; with commas, one within another."
              + " Default: the first.")
  private List<Integer> message = new ArrayList<>();

  @Option(names = "--json", description = "Prints JSON, for machines.")
  private boolean json;

  @Mixin private RegistryFlags registry = new RegistryFlags();

  @Mixin private CatalogOptions catalog = new CatalogOptions();

  @Mixin private MappingFlags mapping = new MappingFlags();

  @Override
  public Integer call() {
    RegistryOptions where = registry.options();
    CatalogSettings tables = catalog.settings(StateFile.ofThisUser().read());
    SchemaPlan plan;
    try (SchemaRegistry open = HttpSchemaRegistry.of(where);
        TableCatalog opened = TableCatalog.open(tables)) {
      plan = plan(open, opened.load(table));
    }
    if (spec != null) {
      PrintWriter out = spec.commandLine().getOut();
      (json ? PlanJson.lines(plan) : PlanText.lines(plan)).forEach(out::println);
      out.flush();
    }
    return plan.severity().exitCode();
  }

  private SchemaPlan plan(SchemaRegistry open, Optional<Table> existing) {
    Rules rules = mapping.rules(existing);
    WriterSchemas writers = new WriterSchemas(open, subject, rules.mapping(), message);
    Rehearsal rehearsal = new Rehearsal(table, existing, rules);
    List<Step> steps = new ArrayList<>();
    for (Map.Entry<Integer, RegisteredSchema> each : versions.of(open, subject).entrySet()) {
      RegisteredSchema schema = each.getValue();
      steps.add(rehearsal.follow(each.getKey(), schema.id(), () -> writers.of(schema)));
    }
    return new SchemaPlan(subject, table, existing.isPresent(), steps, rehearsal.schema());
  }
}
