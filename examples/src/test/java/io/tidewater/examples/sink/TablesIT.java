/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.examples.verify.Scope;
import io.tidewater.testing.connect.ConnectRestException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableUtil;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Types;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How the sink creates tables, lets them follow the records, and commits to them. */
@ExtendWith(SharedSinkServers.class)
class TablesIT {
  private static final Schema SALE =
      SchemaBuilder.struct()
          .field("id", Schema.INT64_SCHEMA)
          .field("country", Schema.STRING_SCHEMA)
          .build();

  private static SinkServers servers;

  @BeforeAll
  static void useServers(SinkServers shared) {
    servers = shared;
  }

  @Test
  void createsTablesAsTheyAreAskedFor() {
    servers.topics().create("lake.laid_out", 1);
    Map<String, String> options = new TreeMap<>();
    options.put("topics", "lake.laid_out");
    options.put("tidewater.format-version", "3");
    options.put(
        "iceberg.tables.default-partition-by",
        "hour(_kafka_timestamp), bucket(id, 4), truncate(country, 1)");
    options.put("tidewater.sort-by", "country desc, bucket(id, 8) nulls last");
    options.put("iceberg.tables.auto-create-props.write.parquet.compression-codec", "zstd");
    servers.create("laid-out", options);
    for (long id = 0; id < 20; id++) {
      sale("lake.laid_out", id, id % 2 == 0 ? "de" : "fr");
    }

    servers.awaitHolds("lake.laid_out", "lake.laid_out");
    Table table = servers.tables().load("lake.laid_out");
    assertThat(TableUtil.formatVersion(table)).isEqualTo(3);
    assertThat(table.spec().fields())
        .extracting(field -> field.transform().toString())
        .containsExactly("hour", "bucket[4]", "truncate[1]");
    assertThat(table.sortOrder().fields())
        .extracting(Object::toString)
        .satisfiesExactly(
            first -> assertThat(first).contains("identity", "DESC", "NULLS LAST"),
            second -> assertThat(second).contains("bucket[8]", "ASC", "NULLS LAST"));
    assertThat(table.properties()).containsEntry("write.parquet.compression-codec", "zstd");
    assertThat(servers.tables().rows("lake.laid_out"))
        .extracting(row -> row.getField("id"))
        .containsExactlyInAnyOrderElementsOf(
            LongStream.range(0, 20).boxed().map(Object.class::cast).toList());
  }

  @Test
  void commitsToABranch() {
    servers.topics().create("lake.audited", 1);
    servers.create(
        "audited",
        Map.of("topics", "lake.audited", "iceberg.tables.default-commit-branch", "audit"));
    sale("lake.audited", 1, "de");
    servers.tables().awaitTable("lake.audited");
    Scope all = Scope.EVERYTHING;

    servers.awaitHolds(
        "lake.audited",
        "lake.audited",
        new Scope(all.isolation(), all.limits(), "audit", all.columns(), all.patience()));

    assertThat(servers.tables().load("lake.audited").currentSnapshot()).isNull();
  }

  @Test
  void refusesAConnectorWhoseTableIsMissingAndMayNotBeCreated() {
    servers.topics().create("lake.uncreated", 1);
    Map<String, String> options =
        servers.options(
            Map.of("topics", "lake.uncreated", "iceberg.tables.auto-create-enabled", "false"));

    assertThatThrownBy(() -> servers.rest().create("uncreated", options))
        .isInstanceOf(ConnectRestException.class)
        .hasMessageContainingAll(
            "Table lake.uncreated does not exist", "iceberg.tables.auto-create-enabled=true");
  }

  @Test
  void waitsForATableThatSomebodyElseIsToCreate() {
    servers.topics().create("lake.later", 1);
    sale("lake.later", 7, "de");
    servers.create(
        "later",
        Map.of("topics.regex", "lake\\.later", "iceberg.tables.auto-create-enabled", "false"));

    servers.tables().createNamespace(Namespace.of("lake"));
    servers
        .tables()
        .catalog()
        .createTable(
            TableIdentifier.of("lake", "later"),
            new org.apache.iceberg.Schema(
                Types.NestedField.required(1, "id", Types.LongType.get()),
                Types.NestedField.optional(2, "_kafka_partition", Types.IntegerType.get()),
                Types.NestedField.optional(3, "_kafka_offset", Types.LongType.get())));

    servers.awaitHolds("lake.later", "lake.later");
    assertThat(servers.tables().rows("lake.later"))
        .extracting(row -> row.getField("country"))
        .containsExactly("de");
  }

  @Test
  void followsTheRecordsAtEveryDepth() {
    Schema oldPart =
        SchemaBuilder.struct()
            .field("sku", Schema.STRING_SCHEMA)
            .field("count", Schema.INT32_SCHEMA)
            .build();
    Schema newPart =
        SchemaBuilder.struct()
            .field("sku", Schema.OPTIONAL_STRING_SCHEMA)
            .field("count", Schema.INT64_SCHEMA)
            .field("note", Schema.OPTIONAL_STRING_SCHEMA)
            .build();
    Schema older = order(oldPart, Schema.FLOAT32_SCHEMA);
    Schema newer = order(newPart, Schema.FLOAT64_SCHEMA);
    servers.topics().create("lake.growing", 1);
    servers.create("growing", Map.of("topics", "lake.growing"));
    Struct before = new Struct(oldPart).put("sku", "a").put("count", 1);
    Struct after = new Struct(newPart).put("count", 1L << 40).put("note", "new");

    servers.records().struct("lake.growing", order(older, 1, before, 1.5f));
    servers.tables().await("lake.growing", 1);
    servers.records().struct("lake.growing", order(newer, 2, after, 2.5d));
    servers.records().struct("lake.growing", order(older, 3, before, 3.5f));

    List<Record> rows = servers.tables().await("lake.growing", 3);
    assertThat(rows).extracting(row -> row.getField("total")).containsExactly(1.5d, 2.5d, 3.5d);
    Record part = (Record) ((List<?>) rows.get(1).getField("parts")).get(0);
    assertThat(part.getField("count")).isEqualTo(1L << 40);
    assertThat(part.getField("note")).isEqualTo("new");
    assertThat(part.getField("sku")).isNull();
    Record named = (Record) ((Map<?, ?>) rows.get(2).getField("by_name")).get("x");
    assertThat(named.getField("count")).isEqualTo(1L);
    assertThat(named.getField("note")).isNull();
    servers.awaitHolds("lake.growing", "lake.growing");
  }

  private static Schema order(Schema part, Schema total) {
    return SchemaBuilder.struct()
        .field("id", Schema.INT32_SCHEMA)
        .field("parts", SchemaBuilder.array(part).build())
        .field("by_name", SchemaBuilder.map(Schema.STRING_SCHEMA, part).build())
        .field("total", total)
        .build();
  }

  private static Struct order(Schema schema, int id, Struct part, Object total) {
    return new Struct(schema)
        .put("id", id)
        .put("parts", List.of(part))
        .put("by_name", Map.of("x", part))
        .put("total", total);
  }

  private static void sale(String topic, long id, String country) {
    servers.records().struct(topic, new Struct(SALE).put("id", id).put("country", country));
  }
}
