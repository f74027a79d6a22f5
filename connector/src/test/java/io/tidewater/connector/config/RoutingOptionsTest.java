/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import static io.tidewater.connector.config.Configurations.options;
import static io.tidewater.connector.config.Configurations.problem;
import static io.tidewater.connector.config.Configurations.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.connector.config.keys.Problem;
import io.tidewater.connector.route.DynamicRouter;
import io.tidewater.connector.route.FixedRouter;
import io.tidewater.connector.route.PatternRouter;
import io.tidewater.connector.route.RenamedTopicRouter;
import io.tidewater.connector.route.TopicRouter;
import java.util.Set;
import org.apache.iceberg.catalog.TableIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingOptionsTest {

  @Test
  void namesTablesByTopicsUnlessToldOtherwise() {
    RoutingOptions routing = options("topics", " orders , shop.Items ").routing();

    assertThat(routing.isByTopic()).isTrue();
    assertThat(routing.router()).isInstanceOf(TopicRouter.class);
    assertThat(routing.topics().names()).containsExactly("orders", "shop.Items");
    assertThat(routing.router().tablesOf("orders"))
        .contains(Set.of(TableIdentifier.of("default", "orders")));
    assertThat(routing.router().tablesOf("shop.Items"))
        .contains(Set.of(TableIdentifier.of("shop", "items")));
    assertThat(routing.onUnrouted()).isEqualTo(UnroutedPolicy.REJECT);
  }

  @Test
  void appliesTemplateOverridesAndRules() {
    RoutingOptions routing =
        options(
                "tidewater.table.template", "lake.${topic.flat}",
                "tidewater.table.dashes", "keep",
                "tidewater.table.case", "keep",
                "tidewater.table.override.10.regex", "audit-.*",
                "tidewater.table.override.10.table", "late.audit",
                "tidewater.table.override.9.regex", "audit-(.*)",
                "tidewater.table.override.9.table", "early.${1}",
                "tidewater.on-unrouted", "skip")
            .routing();

    assertThat(routing.router().tablesOf("eu.Orders-1"))
        .contains(Set.of(TableIdentifier.of("lake", "eu_Orders-1")));
    assertThat(routing.router().tablesOf("audit-x"))
        .contains(Set.of(TableIdentifier.of("early", "x")));
    assertThat(routing.onUnrouted()).isEqualTo(UnroutedPolicy.SKIP);
  }

  @Test
  void readsTopicsByPattern() {
    RoutingOptions routing = options("topics", "absent", "topics.regex", "shop\\..*").routing();

    assertThat(routing.topics().names()).isEmpty();
    assertThat(routing.topics().pattern()).get().hasToString("shop\\..*");
    assertThat(routing.topics().isSingle()).isFalse();
  }

  @Test
  void routesToListedTables() {
    RoutingOptions routing = options("iceberg.tables", "db.a, db.b").routing();

    assertThat(routing.router()).isInstanceOf(FixedRouter.class);
    assertThat(routing.isByTopic()).isFalse();
    assertThat(routing.listed())
        .containsExactly(TableIdentifier.of("db", "a"), TableIdentifier.of("db", "b"));
  }

  @Test
  void routesToListedTablesByField() {
    assertThat(
            options(
                    "iceberg.tables", "db.a",
                    "iceberg.tables.route-field", "region",
                    "iceberg.table.db.a.route-regex", "eu.*")
                .routing()
                .router())
        .isInstanceOf(PatternRouter.class);
  }

  @Test
  void routesToTheTableThatAFieldNames() {
    assertThat(
            options(
                    "iceberg.tables.dynamic-enabled", "true",
                    "iceberg.tables.route-field", "source.table")
                .routing()
                .router())
        .isInstanceOf(DynamicRouter.class);
  }

  @ParameterizedTest
  @CsvSource({
    "org.apache.kafka.connect.transforms.InsertField$Value, false",
    "org.apache.kafka.connect.transforms.RegexRouter, true",
    "org.apache.kafka.connect.transforms.TimestampRouter, true",
    "com.example.Anything, true",
    "io.debezium.transforms.ByLogicalTableRouter, true",
    "org.apache.iceberg.connect.transforms.CopyValue, false"
  })
  void noticesTransformsThatMayRenameTopics(String type, boolean renaming) {
    assertThat(
            options("transforms", "one", "transforms.one.type", type).routing().router()
                instanceof RenamedTopicRouter)
        .isEqualTo(renaming);
  }

  @Test
  void refusesBothListedAndDynamicTables() {
    assertThat(
            problem(
                "iceberg.tables", "db.a",
                "iceberg.tables.dynamic-enabled", "true",
                "iceberg.tables.route-field", "t"))
        .extracting(Problem::key)
        .isEqualTo("iceberg.tables.dynamic-enabled");
  }

  @Test
  void refusesDynamicTablesWithoutField() {
    assertThat(problem("iceberg.tables.dynamic-enabled", "true").key())
        .isEqualTo("iceberg.tables.route-field");
  }

  @Test
  void refusesAFieldThatRoutesNothing() {
    assertThat(problem("iceberg.tables.route-field", "region").key())
        .isEqualTo("iceberg.tables.route-field");
  }

  @Test
  void refusesARegexWithoutFieldAndAFieldWithoutRegex() {
    assertThat(problem("iceberg.tables", "db.a", "iceberg.table.db.a.route-regex", "x").key())
        .isEqualTo("iceberg.table.db.a.route-regex");
    assertThat(problem("iceberg.tables", "db.a", "iceberg.tables.route-field", "region").key())
        .isEqualTo("iceberg.table.db.a.route-regex");
  }

  @Test
  void refusesTopicTemplatesBesideListedTables() {
    Reading reading =
        reading(
            "iceberg.tables", "db.a",
            "tidewater.table.template", "${topic}",
            "tidewater.table.override.1.regex", "x",
            "tidewater.table.override.1.table", "y");

    assertThat(reading.problems())
        .extracting(Problem::key)
        .containsExactlyInAnyOrder(
            "tidewater.table.template",
            "tidewater.table.override.1.regex",
            "tidewater.table.override.1.table");
  }

  @Test
  void refusesHalfAnOverride() {
    assertThat(problem("tidewater.table.override.1.regex", "x").key())
        .isEqualTo("tidewater.table.override.1.table");
  }

  @Test
  void refusesTextsThatCannotBeParsed() {
    assertThat(problem("tidewater.table.template", "${topik}").message()).contains("${topik}");
    assertThat(
            problem(
                    "tidewater.table.override.1.regex", "(",
                    "tidewater.table.override.1.table", "x")
                .key())
        .isEqualTo("tidewater.table.override.1.regex");
    assertThat(problem("topics", "absent", "topics.regex", "(").key()).isEqualTo("topics.regex");
    assertThat(problem("iceberg.tables", "db..a").message()).contains("'db..a'");
  }

  @Test
  void refusesTopicsThatFoldToOneTable() {
    Problem problem = problem("topics", "a-b,a_b,c");

    assertThat(problem.key()).isEqualTo("topics");
    assertThat(problem.message()).contains("[a-b, a_b]", "default.a_b");
  }

  @Test
  void refusesTopicsThatAreNoTableNames() {
    assertThat(problem("topics", "a..b").message()).contains("Topic a..b", "is empty");
  }
}
