/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigurationReaderTest {
  private static final PolicyOption<Long> SIZE = PolicyOption.bytes("rewrite.size", 512, "");
  private static final PolicyOption<Long> FILES = PolicyOption.count("rewrite.files", 5, "");
  private static final PolicyOption<Long> WORKERS = PolicyOption.count("service.workers", 0, "");

  private final ConfigurationReader reader =
      new ConfigurationReader(
          new OptionBook(List.of(WORKERS)),
          new OptionBook(List.of(SIZE, FILES)),
          Map.of("TOKEN", "s3cr$t"));

  private Configuration read(Map<String, String> settings) {
    return reader.read(settings, "test.properties");
  }

  @Test
  void tellsCatalogRegistryServiceAndTablesApart() {
    Configuration configuration =
        read(
            Map.of(
                "catalog.uri", "http://lake",
                "registry.url", "http://registry",
                "spark.master", "local[*]",
                "service.workers", "3",
                "rewrite.size", "1KB"));

    assertThat(configuration.catalog()).containsExactly(Map.entry("uri", "http://lake"));
    assertThat(configuration.registry()).containsExactly(Map.entry("url", "http://registry"));
    assertThat(configuration.spark()).containsExactly(Map.entry("spark.master", "local[*]"));
    assertThat(configuration.service().get(WORKERS)).isEqualTo(3);
    assertThat(configuration.tables().of("shop.orders", Map.of()).get(SIZE)).isEqualTo(1024);
  }

  @Test
  void mostSpecificPatternWinsAndTheTableOverAll() {
    Configuration configuration =
        read(
            Map.of(
                "rewrite.size", "1",
                "tables[*].rewrite.size", "2",
                "tables[shop.*].rewrite.size", "3",
                "tables[shop.orders].rewrite.size", "4"));
    TablePolicies tables = configuration.tables();

    assertThat(tables.of("other.orders", Map.of()).get(SIZE)).isEqualTo(2);
    assertThat(tables.of("shop.items", Map.of()).get(SIZE)).isEqualTo(3);
    assertThat(tables.of("shop.orders", Map.of()).get(SIZE)).isEqualTo(4);
    assertThat(tables.of("shop.orders", Map.of()).origin(SIZE))
        .isEqualTo("test.properties, tables[shop.orders]");
    assertThat(tables.of("shop.orders", Map.of(SIZE.tableProperty(), "5")).get(SIZE)).isEqualTo(5);
  }

  @Test
  void namesEachMistakeWithWhatWasProbablyMeant() {
    assertThatThrownBy(
            () ->
                read(
                    Map.of(
                        "rewrite.sise", "1",
                        "service.worker", "2",
                        "rewrite.files", "many",
                        "tables[shop.*].rewrite.flies", "2",
                        "tables[shop.*].service.workers", "2")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "rewrite.sise (test.properties) is no option; did you mean rewrite.size?")
        .hasMessageContaining("did you mean service.workers?")
        .hasMessageContaining(
            "rewrite.files (test.properties): expected a whole number, got 'many'")
        .hasMessageContaining(
            "rewrite.flies (test.properties, tables[shop.*]) is no option; did you mean rewrite.files?")
        .hasMessageContaining("service.workers (test.properties, tables[shop.*]) is no option");
  }

  @Test
  void findsWhatIsWrongAmongTableProperties() {
    OptionBook book = new OptionBook(List.of(SIZE, FILES));
    Policy policy =
        TablePolicies.DEFAULTS.of(
            "shop.orders",
            Map.of(
                "tidewater.compaction.rewrite.size", "big",
                "tidewater.compaction.rewrite.fils", "2",
                "write.target-file-size-bytes", "7"));

    assertThat(book.problems(policy))
        .containsExactly(
            "rewrite.fils (table property tidewater.compaction.rewrite.fils) is no option;"
                + " did you mean rewrite.files?",
            "rewrite.size (table property tidewater.compaction.rewrite.size): expected bytes, such"
                + " as 128MB, got 'big'");
  }

  @Test
  void takesSecretsFromTheEnvironmentAndShowsNone() {
    Configuration configuration = read(Map.of("catalog.token", "Bearer ${env:TOKEN}"));

    assertThat(configuration.catalog()).containsEntry("token", "Bearer s3cr$t");
    assertThat(configuration.toString()).doesNotContain("s3cr$t");
    assertThatThrownBy(() -> read(Map.of("catalog.token", "${env:MISSING}")))
        .hasMessage("catalog.token refers to environment variable MISSING, which is not set");
  }
}
