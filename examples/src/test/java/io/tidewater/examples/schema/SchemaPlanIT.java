/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.schema;

import static org.apache.iceberg.types.Types.NestedField.optional;
import static org.apache.iceberg.types.Types.NestedField.required;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidewater.examples.engines.CatalogAlone;
import io.tidewater.format.column.MetadataColumn;
import io.tidewater.testing.jars.ProjectHome;
import io.tidewater.testing.registry.ProducerSchema;
import io.tidewater.testing.registry.RegistryClient;
import io.tidewater.testing.registry.SchemaRegistryServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.CatalogUtil;
import org.apache.iceberg.Schema;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.types.Types.IntegerType;
import org.apache.iceberg.types.Types.LongType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code schema plan} on a real registry and the real catalog. */
class SchemaPlanIT {
  private static final String ORDER =
      """
      {"type":"record","name":"Order","namespace":"shop","fields":[\
      {"name":"id","type":"long"},{"name":"count","type":"%s"}%s]}""";
  private static final String NOTE =
      ",{\"name\":\"note\",\"type\":[\"null\",\"string\"],\"default\":null}";

  @TempDir private static Path folder = Path.of("");
  private static SchemaRegistryServer server;
  private static CatalogAlone catalogProcess;
  private static Catalog catalog;
  private static RegistryClient producer;

  /** What a run of the command came to. */
  private record Run(int exitCode, String output) {}

  @BeforeAll
  static void start() throws IOException {
    server = SchemaRegistryServer.start(folder.resolve("registry"));
    producer = server.client();
    catalogProcess = CatalogAlone.start(folder.resolve("."));
    catalog =
        CatalogUtil.buildIcebergCatalog(
            "test",
            Map.of("type", "rest", "uri", catalogProcess.uri().toString()),
            new Configuration());
    ((SupportsNamespaces) catalog).createNamespace(Namespace.of("shop"));
  }

  @AfterAll
  static void stop() {
    catalogProcess.close();
    server.close();
  }

  private static List<String> arguments(String subject, String table, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--subject",
                subject,
                "--table",
                table,
                "--registry",
                server.url().toString(),
                "--catalog-uri",
                catalogProcess.uri().toString()));
    arguments.addAll(List.of(more));
    return arguments;
  }

  private static Run plan(String subject, String table, String... more) {
    return run(arguments(subject, table, more));
  }

  private static Run run(List<String> arguments) {
    StringWriter output = new StringWriter();
    PrintWriter writer = new PrintWriter(output);
    int exitCode =
        new CommandLine(new SchemaPlanCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(writer)
            .setErr(writer)
            .execute(arguments.toArray(new String[0]));
    return new Run(exitCode, output.toString());
  }

  private static BaseTable table(String name) {
    return (BaseTable)
        catalog.createTable(
            TableIdentifier.of("shop", name),
            new Schema(
                required(1, "id", LongType.get()),
                required(2, "count", IntegerType.get()),
                optional(3, "_kafka_offset", LongType.get(), MetadataColumn.OFFSET.doc())));
  }

  @Test
  void plansAnEvolutionAndTouchesNothing() {
    BaseTable table = table("grown");
    String before = table.operations().current().metadataFileLocation();
    producer.registerAvro("grown-value", ORDER.formatted("int", ""));
    producer.registerAvro("grown-value", ORDER.formatted("long", NOTE));

    Run first = plan("grown-value", "shop.grown", "--version", "1");
    Run latest = plan("grown-value", "shop.grown");

    assertThat(first.output()).contains("version 1", "the table stays as it is");
    assertThat(first.exitCode()).isZero();
    assertThat(latest.output())
        .contains(
            "subject grown-value, table shop.grown\n",
            "version 2",
            "widen column count from int to long",
            "add column note string",
            "verdict: compatible, exit code 0");
    assertThat(latest.exitCode()).isZero();
    assertThat(table.operations().refresh().metadataFileLocation()).isEqualTo(before);
  }

  @Test
  void foreseesAConflictAndWhatThePolicyMakesOfIt() {
    table("broken");
    producer.registerAvro("broken-value", ORDER.formatted("boolean", ""));

    Run refused = plan("broken-value", "shop.broken", "--on-conflict", "fail");
    Run settled = plan("broken-value", "shop.broken");

    assertThat(refused.output())
        .contains("conflict: count: the table has int, the records have boolean")
        .contains("verdict: conflict, exit code 3");
    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(settled.output())
        .contains("settled by --on-conflict: count", "add column count__v2 boolean");
    assertThat(settled.exitCode()).isEqualTo(1);
  }

  @Test
  void replaysAllVersionsForATableThatIsStillToBeCreated() throws IOException {
    producer.registerAvro("replayed-value", ORDER.formatted("int", ""));
    producer.registerAvro("replayed-value", ORDER.formatted("long", NOTE));
    producer.registerAvro(
        "replayed-value",
        ORDER.formatted(
            "long",
            NOTE.replace("\"name\":\"note\"", "\"name\":\"remark\",\"aliases\":[\"note\"]")));

    Run run = plan("replayed-value", "shop.replayed", "--all-versions", "--json");

    JsonNode json = new ObjectMapper().readTree(run.output());
    assertThat(json.path("exists").asBoolean(true)).isFalse();
    assertThat(json.path("versions").findValuesAsText("severity"))
        .containsExactly("created", "compatible", "noticed");
    assertThat(json.at("/versions/1/changes").findValuesAsText("change"))
        .containsExactlyInAnyOrder("widen", "add");
    assertThat(json.at("/versions/2/changes/0/text").asText())
        .isEqualTo("rename column note to remark");
    assertThat(json.path("schema").path("fields").findValuesAsText("name"))
        .contains("id", "count", "remark", "_kafka_offset");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(catalog.tableExists(TableIdentifier.of("shop", "replayed"))).isFalse();
  }

  @Test
  void printsTheColumnsOfATableOfProtobufOrJson() {
    producer.register(
        "bills-value",
        ProducerSchema.protobuf(
            "syntax = \"proto3\"; message Other { string x = 1; } message Bill { int64 sum = 1; }"));
    producer.register(
        "things-value",
        ProducerSchema.json(
            """
            {"$schema":"http://json-schema.org/draft-07/schema#","type":"object",\
            "properties":{"size":{"type":"integer"}},"required":["size"]}"""));

    Run bill = plan("bills-value", "shop.bills", "--message", "1", "--no-metadata-columns");
    Run thing = plan("things-value", "shop.things");

    assertThat(bill.output()).contains("which does not exist", "  sum long");
    assertThat(bill.exitCode()).isZero();
    assertThat(thing.output()).contains("  size long required", "  _kafka_offset long");
    assertThat(thing.exitCode()).isZero();
  }

  @Test
  void returnsTwoWhereItCannotDoItsWork() {
    assertThat(plan("nowhere", "shop.orders").exitCode()).isEqualTo(2);
    assertThat(plan("nowhere", "shop.orders", "--version", "soon").exitCode()).isEqualTo(2);
    assertThat(run(List.of("--subject", "s", "--table", "shop.t")).output())
        .contains("give --registry");
    assertThat(
            run(List.of(
                    "--subject", "s",
                    "--table", "shop.t",
                    "--registry", "http://127.0.0.1:1",
                    "--catalog-uri", catalogProcess.uri().toString()))
                .exitCode())
        .isEqualTo(2);
  }

  @Test
  void isACommandOfTheLauncher() throws Exception {
    table("launched");
    producer.registerAvro("launched-value", ORDER.formatted("boolean", ""));
    List<String> command =
        new ArrayList<>(
            List.of(ProjectHome.find().resolve("bin/tidewater").toString(), "schema", "plan"));
    command.addAll(arguments("launched-value", "shop.launched"));
    command.addAll(List.of("--on-conflict", "fail"));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("TIDEWATER_BUILD", "never");

    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isEqualTo(3);
    assertThat(output).contains("verdict: conflict, exit code 3");
  }
}
