/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.connector.config.Configurations;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;

class TidewaterSinkConnectorTest {
  private static final String IN_MEMORY = "org.apache.iceberg.inmemory.InMemoryCatalog";

  private final TidewaterSinkConnector connector = new TidewaterSinkConnector();

  @Test
  void knowsTheVersionOfItsBuild() {
    assertThat(connector.version()).matches("[0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?");
  }

  @Test
  void acceptsAConfigurationThatWorks() {
    assertThat(errors(inMemory())).isEmpty();
  }

  @Test
  void tellsEveryProblemByItsKey() {
    assertThat(
            errors(
                Configurations.with(
                    "iceberg.tabels", "db.a",
                    "tidewater.start", "middle",
                    "iceberg.control.commit.threads", "none",
                    "iceberg.tables.cdc-field", "op",
                    "iceberg.table.db.orders.partition-by", "weeks(at)")))
        .containsOnlyKeys(
            "iceberg.tabels",
            "tidewater.start",
            "iceberg.control.commit.threads",
            "iceberg.tables.cdc-field",
            "iceberg.table.db.orders.partition-by");
  }

  @Test
  void repeatsNoValueThatMayBeASecret() {
    Map<String, String> configuration =
        Configurations.with("iceberg.catalog.token", "hush", "tidewater.token", "hush");

    assertThat(connector.validate(configuration).configValues().toString()).doesNotContain("hush");
  }

  @Test
  void triesTheCatalogOnceTheOptionsAreRight() {
    Map<String, String> configuration =
        Configurations.with(
            "iceberg.catalog.type", "absent", "iceberg.catalog.catalog-impl", "no.such.Catalog");

    assertThat(errors(configuration)).containsOnlyKeys("iceberg.catalog.uri");
    configuration.put("unknown", "x");
    assertThat(errors(configuration)).containsOnlyKeys("unknown");
  }

  @Test
  void reachesNoCatalogAtAClosedPort() {
    assertThat(errors(Configurations.with()).get("iceberg.catalog.uri"))
        .singleElement()
        .asString()
        .contains("http://localhost:1");
  }

  @Test
  void givesEveryTaskTheConfigurationAndAName() {
    Map<String, String> configuration = inMemory();
    connector.start(configuration);

    List<Map<String, String>> tasks = connector.taskConfigs(3);

    assertThat(tasks)
        .hasSize(3)
        .allSatisfy(task -> assertThat(task).containsAllEntriesOf(configuration));
    assertThat(tasks)
        .extracting(task -> task.get("task.id"))
        .containsExactly("lake-0", "lake-1", "lake-2");
    assertThat(connector.taskClass()).isEqualTo(TidewaterSinkTask.class);
  }

  @Test
  void doesNotStartWithAConfigurationThatCannotBeUsed() {
    assertThatThrownBy(() -> connector.start(Configurations.with("unknown", "x")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("unknown");
  }

  private static Map<String, String> inMemory() {
    return Configurations.with(
        "iceberg.catalog.type", "absent", "iceberg.catalog.catalog-impl", IN_MEMORY);
  }

  private Map<String, List<String>> errors(Map<String, String> configuration) {
    return connector.validate(configuration).configValues().stream()
        .filter(value -> !value.errorMessages().isEmpty())
        .collect(Collectors.toMap(ConfigValue::name, ConfigValue::errorMessages));
  }
}
