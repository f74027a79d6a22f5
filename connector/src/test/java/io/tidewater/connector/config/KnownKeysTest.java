/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import static io.tidewater.connector.config.Configurations.options;
import static io.tidewater.connector.config.Configurations.problem;
import static io.tidewater.connector.config.Configurations.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.connector.config.keys.ApacheOption;
import io.tidewater.connector.config.keys.ApacheOptions;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownKeysTest {
  /** All options of the Apache Iceberg sink 1.12, whether documented or not. */
  private static final Set<String> APACHE =
      Set.of(
          "iceberg.tables",
          "iceberg.tables.dynamic-enabled",
          "iceberg.tables.route-field",
          "iceberg.tables.default-commit-branch",
          "iceberg.tables.default-id-columns",
          "iceberg.tables.default-partition-by",
          "iceberg.tables.auto-create-enabled",
          "iceberg.tables.evolve-schema-enabled",
          "iceberg.tables.schema-force-optional",
          "iceberg.tables.schema-case-insensitive",
          "iceberg.tables.auto-create-props.write.format.default",
          "iceberg.tables.write-props.write.format.default",
          "iceberg.table.db.orders.commit-branch",
          "iceberg.table.db.orders.id-columns",
          "iceberg.table.db.orders.partition-by",
          "iceberg.table.db.orders.route-regex",
          "iceberg.control.topic",
          "iceberg.control.group-id-prefix",
          "iceberg.control.commit.interval-ms",
          "iceberg.control.commit.timeout-ms",
          "iceberg.control.commit.threads",
          "iceberg.control.commit.max-consecutive-failures",
          "iceberg.coordinator.transactional.prefix",
          "iceberg.coordinator-executor-keep-alive-timeout-ms",
          "iceberg.connect.group-id",
          "iceberg.catalog",
          "iceberg.catalog.uri",
          "iceberg.hadoop-conf-dir",
          "iceberg.hadoop.fs.s3a.endpoint",
          "iceberg.kafka.bootstrap.servers");

  @Test
  void knowsEveryOptionOfTheApacheSink() {
    for (String key : APACHE) {
      assertThat(SinkOptions.knownKeys().problems(with(key, "x"))).as(key).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tasks.max",
        "tasks.max.enforce",
        "key.converter",
        "value.converter.schemas.enable",
        "header.converter",
        "value.converter.plugin.version",
        "connector.plugin.version",
        "transforms",
        "transforms.a.type",
        "predicates.p.pattern",
        "errors.tolerance",
        "errors.deadletterqueue.topic.name",
        "consumer.override.max.poll.records",
        "admin.override.sasl.jaas.config",
        "producer.override.linger.ms",
        "config.action.reload",
        "topics.regex",
        "task.class"
      })
  void knowsTheKeysOfConnect(String key) {
    assertThat(SinkOptions.knownKeys().problems(with(key, "x"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "iceberg.tabels, iceberg.tables",
    "iceberg.tables.auto-create-enable, iceberg.tables.auto-create-enabled",
    "iceberg.table.db.orders.partitionby, iceberg.table.<table>.partition-by",
    "tidewater.table.overide.1.regex, tidewater.table.override.<n>.regex",
    "tidewater.table.override.a.regex, tidewater.table.override.<n>.regex",
    "task.max, tasks.max",
    "topic, topics"
  })
  void refusesUnknownKeysWithTheNearestKnown(String key, String nearest) {
    assertThat(SinkOptions.knownKeys().problems(with(key, "x")))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.key()).isEqualTo(key);
              assertThat(problem.message()).contains("Did you mean " + nearest + "?");
            });
  }

  @Test
  void acceptsOptionsWithoutEffectAndSaysWhy() {
    assertThat(
            SinkOptions.knownKeys()
                .withoutEffect(
                    with(
                        "iceberg.control.topic", "control-iceberg",
                        "iceberg.tables.upsert-mode-enabled", "false")))
        .extracting(ApacheOption::key)
        .containsExactlyInAnyOrder("iceberg.control.topic", "iceberg.tables.upsert-mode-enabled");
    assertThat(options("iceberg.control.topic", "control-iceberg").routing().isByTopic()).isTrue();
  }

  @Test
  void refusesWhatWouldGiveOtherRows() {
    assertThat(problem("iceberg.tables.cdc-field", "op").message()).contains("plain rows");
    assertThat(problem("iceberg.tables.upsert-mode-enabled", "true").message())
        .contains("tidewater.write.mode=upsert");
    assertThat(problem("iceberg.tables.topic-to-table-mapping", "a:b").message())
        .contains("tidewater.table.override");
  }

  @Test
  void definesExactlyTheApacheOptionsThatItAccepts() {
    Set<String> defined = new TreeSet<>(SinkOptions.definition().names());
    SinkOptions.families().forEach(family -> defined.add(family.key()));

    for (ApacheOption option : ApacheOptions.ALL) {
      assertThat(defined.contains(option.key()))
          .as(option.key())
          .isEqualTo(option.treatment() == ApacheOption.Treatment.ACCEPTED);
    }
  }
}
