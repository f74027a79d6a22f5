/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import static io.tidewater.connector.config.Configurations.options;
import static io.tidewater.connector.config.Configurations.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.column.MetadataColumn;
import io.tidewater.format.column.MetadataColumns;
import io.tidewater.format.schema.TimeOfDay;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class SinkOptionsTest {

  @Test
  void readsTheCatalog() {
    CatalogOptions catalog =
        options(
                "iceberg.catalog", "lake",
                "iceberg.catalog.warehouse", "wh",
                "iceberg.catalog.rest.auth.type", "none",
                "iceberg.hadoop-conf-dir", "/etc/hadoop",
                "iceberg.hadoop.fs.s3a.endpoint", "http://s3",
                "tidewater.catalog.check-timeout-ms", "70")
            .catalog();

    assertThat(catalog.name()).isEqualTo("lake");
    assertThat(catalog.properties().values())
        .isEqualTo(
            Map.of(
                "type", "rest",
                "uri", "http://localhost:1",
                "warehouse", "wh",
                "rest.auth.type", "none"));
    assertThat(catalog.hadoopDirectory()).contains(Path.of("/etc/hadoop"));
    assertThat(catalog.hadoop().values()).isEqualTo(Map.of("fs.s3a.endpoint", "http://s3"));
    assertThat(catalog.checkTimeout()).isEqualTo(Duration.ofMillis(70));
  }

  @Test
  void refusesAConfigurationWithoutCatalog() {
    assertThat(problem("iceberg.catalog.type", "absent", "iceberg.catalog.uri", "absent").key())
        .isEqualTo("iceberg.catalog.type");
  }

  @Test
  void readsTheMetadataColumns() {
    assertThat(options().columns().metadata())
        .isEqualTo(MetadataColumns.DEFAULTS.with(MetadataColumn.TOPIC));
    assertThat(
            options("tidewater.metadata-columns", "_kafka_offset, _kafka_partition")
                .columns()
                .metadata()
                .chosen())
        .containsExactlyInAnyOrder(MetadataColumn.OFFSET, MetadataColumn.PARTITION);
    assertThat(options("tidewater.metadata-columns", "none").columns().metadata())
        .isEqualTo(MetadataColumns.NONE);
    assertThat(problem("tidewater.metadata-columns", "_kafka_offsets").message())
        .contains("'_kafka_offsets' is no metadata column");
  }

  @Test
  void readsTheTypeOfATimeOfDay() {
    assertThat(options().columns().mapping().timeOfDay()).isEqualTo(TimeOfDay.STRING);
    assertThat(options("tidewater.time-of-day", "long").columns().mapping().timeOfDay())
        .isEqualTo(TimeOfDay.LONG);
    assertThat(problem("tidewater.time-of-day", "hours").message()).contains("string, long, time");
  }

  @Test
  void readsTheCommitThreads() {
    assertThat(options("iceberg.control.commit.threads", "9").commits().threads()).isEqualTo(9);
  }

  @Test
  void knowsTheNamesOfConnectorAndTask() {
    assertThat(options().connectorName()).isEqualTo("lake");
    assertThat(options().taskName()).isEmpty();
    assertThat(options("task.id", "lake-3").taskName()).isEqualTo("lake-3");
  }

  @Test
  void namesEveryProblemWhenItThrows() {
    assertThatThrownBy(() -> options("iceberg.tabels", "db.a", "tidewater.start", "middle"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("iceberg.tabels")
        .hasMessageContaining("tidewater.start");
  }

  @Test
  void printsNoSecret() {
    SinkOptions options =
        options(
            "iceberg.catalog.credential", "id:hush-one",
            "iceberg.catalog.s3.access-key-id", "hush-two",
            "iceberg.hadoop.fs.s3a.secret.key", "hush-three",
            "iceberg.kafka.sasl.jaas.config", "hush-four",
            "iceberg.catalog.uri", "jdbc:postgresql://user:hush-five@host/db?password=hush-six");

    assertThat(options.toString())
        .contains("jdbc:postgresql://host/db", "localhost:2", "[hidden]")
        .doesNotContain("hush");
  }

  @Test
  void hidesSecretsInTheMessagesOfOthers() {
    SecretProperties properties =
        SecretProperties.of(
            Map.of("token", "hush-hush", "uri", "http://u:hush@host", "type", "rest", "x", "a"));

    assertThat(properties.hideIn("a rest call to http://u:hush@host with hush-hush failed"))
        .isEqualTo("a rest call to http://host with [hidden] failed");
  }
}
