/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import static io.tidewater.connector.config.Configurations.problem;
import static io.tidewater.connector.config.Configurations.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.connector.config.keys.Problem;
import io.tidewater.format.schema.ConflictPolicy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatReaderTest {
  private static final String BYTES = "org.apache.kafka.connect.converters.ByteArrayConverter";
  private static final String JSON_CONVERTER = "org.apache.kafka.connect.json.JsonConverter";
  private static final String URL = "tidewater.registry.url";
  private static final String VALUE = "tidewater.value.format";
  private static final String KEY = "tidewater.key.format";
  private static final String OVERRIDE = "tidewater.format.override.";

  @Test
  void takesWhatConvertersGiveUnlessToldOtherwise() {
    FormatOptions formats = options().formats();

    assertThat(formats.of("orders"))
        .isEqualTo(new TopicFormat(RecordFormat.CONNECT, RecordFormat.CONNECT));
    assertThat(formats.registry()).isEmpty();
    assertThat(formats.hasSchemaIds()).isFalse();
    assertThat(formats.subjects().ofValues("orders")).isEqualTo("orders-value");
  }

  @ParameterizedTest
  @CsvSource({
    "connect, CONNECT, false",
    "avro, AVRO, true",
    "protobuf, PROTOBUF, true",
    "json-schema, JSON_SCHEMA, true",
    "json, JSON, false",
    "string, STRING, false",
    "bytes, BYTES, false",
  })
  void readsValuesAndKeysInEachFormat(String name, RecordFormat format, boolean hasIds) {
    FormatOptions values = options(VALUE, name, URL, "http://registry:8081").formats();
    FormatOptions keys = options(KEY, name, URL, "http://registry:8081").formats();

    assertThat(values.of("orders")).isEqualTo(new TopicFormat(format, RecordFormat.CONNECT));
    assertThat(values.hasSchemaIds()).isEqualTo(hasIds);
    assertThat(keys.of("orders")).isEqualTo(new TopicFormat(RecordFormat.CONNECT, format));
    assertThat(keys.hasSchemaIds()).isFalse();
  }

  @Test
  void namesTheFormatsWhereOneIsUnknown() {
    assertThat(problem(VALUE, "arvo").message()).contains("arvo", "avro", "json-schema");
    assertThat(problem(OVERRIDE + "1.regex", "x", OVERRIDE + "1.value", "arvo").message())
        .contains("'arvo' is none of connect, avro");
  }

  @ParameterizedTest
  @CsvSource({
    "orders, AVRO, STRING",
    "orders.eu, AVRO, STRING",
    "raw.orders, BYTES, STRING",
    "raw.keyed, BYTES, STRING",
    "text.keyed, AVRO, BYTES",
    "plain, JSON, JSON",
  })
  void exceptsTopicsByTheFirstRegexThatMatchesInFull(
      String topic, RecordFormat value, RecordFormat key) {
    FormatOptions formats =
        options(
                with(VALUE, "avro", KEY, "string", URL, "http://registry:8081"),
                OVERRIDE + "10.regex",
                ".*keyed",
                OVERRIDE + "10.key",
                "bytes",
                OVERRIDE + "2.regex",
                "raw.*",
                OVERRIDE + "2.value",
                "bytes",
                OVERRIDE + "3.regex",
                "plain",
                OVERRIDE + "3.value",
                "json",
                OVERRIDE + "3.key",
                "json")
            .formats();

    assertThat(formats.of(topic)).isEqualTo(new TopicFormat(value, key));
  }

  @Test
  void refusesAnOverrideWithoutTopics() {
    assertThat(problem(OVERRIDE + "1.value", "json"))
        .isEqualTo(new Problem(OVERRIDE + "1.regex", "An override needs a regex for its topics"));
    assertThat(problem(OVERRIDE + "1.regex", "(", OVERRIDE + "1.value", "json").key())
        .isEqualTo(OVERRIDE + "1.regex");
  }

  @ParameterizedTest
  @CsvSource({"2, COLUMNS", "3, WHOLE"})
  void readsJsonAsTheTablesFormatLetsIt(String formatVersion, JsonValuesAs expected) {
    String version = "tidewater.format-version";

    assertThat(options(version, formatVersion).formats().json().values()).isEqualTo(expected);
    for (JsonValuesAs set : JsonValuesAs.values()) {
      String name = set == JsonValuesAs.WHOLE ? "whole" : "columns";
      assertThat(
              options(version, formatVersion, "tidewater.json-values", name)
                  .formats()
                  .json()
                  .values())
          .isEqualTo(set);
    }
  }

  @ParameterizedTest
  @CsvSource({"absent, KEEP", "keep, KEEP", "refuse, REFUSE", "ignore, IGNORE"})
  void readsWhatBecomesOfUndeclaredMembers(String name, UndeclaredPolicy expected) {
    assertThat(options("tidewater.json-schema.undeclared", name).formats().json().undeclared())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "tidewater.value.format, value.converter",
    "tidewater.key.format, key.converter",
    "tidewater.format.override.1.value, value.converter",
    "tidewater.format.override.1.key, key.converter",
  })
  void refusesAConverterThatTakesTheBytesAway(String formatKey, String converterKey) {
    String[] format = {formatKey, "string"};
    String[] override =
        formatKey.startsWith(OVERRIDE)
            ? with(format[0], format[1], OVERRIDE + "1.regex", ".*")
            : format;

    assertThat(problem(with(override, converterKey, JSON_CONVERTER)))
        .satisfies(
            problem -> {
              assertThat(problem.key()).isEqualTo(converterKey);
              assertThat(problem.message())
                  .contains("the connector's converter, " + JSON_CONVERTER)
                  .contains("Set " + converterKey + "=" + BYTES);
            });
    assertThat(reading(with(override, converterKey, BYTES)).problems()).isEmpty();
    assertThat(reading(override).problems()).as("nobody knows the worker's").isEmpty();
  }

  @Test
  void looksAtTheWorkersConverterWhereTheConnectorHasNone() {
    WorkerProperties worker = new WorkerProperties(Map.of("value.converter", JSON_CONVERTER));
    Map<String, String> configuration = Configurations.with(VALUE, "string");

    assertThat(Reading.of(configuration, worker).problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.message())
                    .contains("the worker's converter, " + JSON_CONVERTER));
    assertThat(Reading.of(Configurations.with(VALUE, "connect"), worker).problems()).isEmpty();
    assertThat(
            Reading.of(Configurations.with(VALUE, "string", "value.converter", BYTES), worker)
                .problems())
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = RecordFormat.class,
      names = {"AVRO", "PROTOBUF", "JSON_SCHEMA"})
  void needsARegistryForFormatsWithSchemaIds(RecordFormat format) {
    String name = format == RecordFormat.JSON_SCHEMA ? "json-schema" : lower(format);

    for (String[] use :
        List.of(
            with(VALUE, name),
            with(KEY, name),
            with(OVERRIDE + "1.regex", "x", OVERRIDE + "1.key", name))) {
      assertThat(problem(use))
          .as("%s", Arrays.toString(use))
          .satisfies(
              problem -> {
                assertThat(problem.key()).isEqualTo(URL);
                assertThat(problem.message()).contains("need the schema registry's address");
              });
      assertThat(reading(with(use, URL, "http://registry:8081")).problems()).isEmpty();
    }
  }

  @Test
  void refusesARegistrysOptionsWithoutItsAddress() {
    assertThat(problem("tidewater.registry.request.header.X-Tenant", "shop"))
        .isEqualTo(new Problem(URL, "It is missing, though other options of a registry are set"));
  }

  @Test
  void refusesAnAddressThatIsNone() {
    assertThat(problem(VALUE, "avro", URL, "registry 8081").key()).isEqualTo(URL);
  }

  @ParameterizedTest
  @CsvSource({
    "value.format, avro, NEW_COLUMN",
    "value.format, protobuf, NEW_COLUMN",
    "value.format, json-schema, NEW_COLUMN",
    "format.override.1.value, avro, NEW_COLUMN",
    "value.format, json, FAIL",
    "value.format, string, FAIL",
    "value.format, connect, FAIL",
    // Columns do not follow the schemas of keys.
    "key.format, avro, FAIL",
  })
  void followsConflictsWhereARegistryGuardsSchemas(
      String key, String format, ConflictPolicy expected) {
    String[] formats =
        with("tidewater." + key, format, URL, "http://registry:8081", OVERRIDE + "1.regex", "x");

    assertThat(onConflict(formats)).isEqualTo(expected);
    ConflictPolicy kept = expected == ConflictPolicy.FAIL ? ConflictPolicy.DEAD_LETTER : expected;
    assertThat(onConflict(with(formats, "errors.tolerance", "all"))).isEqualTo(kept);
    assertThat(onConflict(with(formats, "tidewater.dead-letters", "table"))).isEqualTo(kept);
    assertThat(onConflict(with(formats, "errors.tolerance", "none"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fail", "dead-letter", "new-column", "widen-to-string"})
  void doesWithConflictsAsIsSet(String policy) {
    ConflictPolicy expected =
        ConflictPolicy.valueOf(policy.replace('-', '_').toUpperCase(Locale.ROOT));
    String[] set = with("tidewater.on-conflict", policy);

    assertThat(onConflict(set)).isEqualTo(expected);
    assertThat(onConflict(with(set, "errors.tolerance", "all"))).isEqualTo(expected);
    assertThat(onConflict(with(set, VALUE, "avro", URL, "http://registry:8081")))
        .isEqualTo(expected);
  }

  private static ConflictPolicy onConflict(String... keysAndValues) {
    return options(keysAndValues).tables().evolve().onConflict();
  }

  private static SinkOptions options(String... keysAndValues) {
    return Configurations.options(keysAndValues);
  }

  private static SinkOptions options(String[] some, String... others) {
    return Configurations.options(with(some, others));
  }

  private static String lower(RecordFormat format) {
    return format.name().toLowerCase(Locale.ROOT);
  }

  private static String[] with(String... keysAndValues) {
    return keysAndValues;
  }

  private static String[] with(String[] some, String... others) {
    List<String> all = new ArrayList<>(List.of(some));
    all.addAll(List.of(others));
    return all.toArray(new String[0]);
  }
}
