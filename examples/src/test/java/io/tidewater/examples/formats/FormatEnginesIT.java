/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.examples.engines.Engines;
import io.tidewater.examples.engines.SharedEngines;
import io.tidewater.testing.query.QueryResult;
import io.tidewater.testing.registry.SchemaRegistryServer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spark and Trino read what each type of each format became, in tables of both versions. */
@ExtendWith(SharedEngines.class)
class FormatEnginesIT {
  @TempDir private static Path folder = Path.of("");
  private static Engines engines;
  private static SchemaRegistryServer registry;

  @BeforeAll
  static void use(Engines shared) {
    engines = shared;
    registry = SchemaRegistryServer.start(folder);
  }

  @AfterAll
  static void leave() {
    engines.sink().deleteConnectors();
    registry.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void bothReadEveryType(int version) {
    for (TypeSamples samples : TypeSamples.all()) {
      String topic = topic("types", samples.format(), version);
      engines.sink().topics().create(topic, 1);
      create(topic, samples.format(), version, Map.of("tidewater.json-values", "columns"));
      send(topic, samples.value(topic, registry.client()));
    }
    for (TypeSamples samples : TypeSamples.all()) {
      String topic = topic("types", samples.format(), version);
      engines.sink().awaitHolds(topic, topic);
      List<Probe> probes = samples.probes(version);
      assertAnswers(topic, probes, engines::spark, Probe::inSpark);
      assertAnswers(topic, probes, engines::trino, Probe::inTrino);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void bothReadTextAndBytesAsTheyAre(int version) {
    Map<String, Probe> values =
        Map.of(
            "string", Probe.text("value", "grüß dich"),
            "bytes", Probe.equal("value", "X'6772C3BCC39F2064696368'"));
    values.forEach(
        (format, probe) -> {
          String topic = topic("sample", format, version);
          engines.sink().topics().create(topic, 1);
          send(topic, "grüß dich".getBytes(UTF_8));
          create(topic, format, version, Map.of());
          engines.sink().awaitHolds(topic, topic);
          assertAnswers(topic, List.of(probe), engines::spark, Probe::inSpark);
          assertAnswers(topic, List.of(probe), engines::trino, Probe::inTrino);
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void bothReadJsonThatIsWhole(int version) {
    String topic = "whole.json" + version;
    engines.sink().topics().create(topic, 1);
    send(topic, Samples.order("json", topic, registry.client()));
    create(topic, "json", version, Map.of("tidewater.json-values", "whole"));
    engines.sink().awaitHolds(topic, topic);

    Probe city = Probe.within(new Probe.Place("value", "$.receiver.city", "Bergen"), version);
    assertAnswers(topic, List.of(city), engines::spark, Probe::inSpark);
    assertAnswers(topic, List.of(city), engines::trino, Probe::inTrino);
  }

  @Test
  void trinoReadsWhatSparkCannotBecauseAnOptionAsksForIt() {
    TypeSamples samples = TypeSamples.avro();
    String topic = "exact.avro";
    engines.sink().topics().create(topic, 1);
    create(
        topic,
        samples.format(),
        3,
        Map.of("tidewater.time-of-day", "time", "tidewater.nano-timestamps", "nanos"));
    send(topic, samples.value(topic, registry.client()));
    engines.sink().awaitHolds(topic, topic);

    List<Probe> probes =
        List.of(
            Probe.equal("c_time_millis", "time '04:05:06.789'"),
            Probe.equal("c_time_micros", "time '04:05:06.789123'"),
            Probe.equal("c_nanos", "timestamp '2026-03-02 04:05:06.789123456 UTC'"),
            Probe.equal("c_local_nanos", "timestamp '2026-03-02 04:05:06.789123456'"));
    assertAnswers(topic, probes, engines::trino, Probe::inTrino);
    assertThatThrownBy(() -> engines.spark("select c_int from ice." + topic))
        .hasMessageContaining("Spark does not support time fields");
  }

  private static void assertAnswers(
      String table,
      List<Probe> probes,
      Function<String, QueryResult> engine,
      Function<Probe, String> dialect) {
    List<String> columns = probes.stream().map(dialect).toList();
    Map<String, @Nullable Object> expected = new LinkedHashMap<>();
    probes.forEach(probe -> expected.put(dialect.apply(probe), probe.answer()));
    List<@Nullable Object> row =
        engine
            .apply("select %s from ice.%s".formatted(String.join(", ", columns), table))
            .rows()
            .get(0);
    Map<String, @Nullable Object> answered = new LinkedHashMap<>();
    for (int column = 0; column < columns.size(); column++) {
      answered.put(columns.get(column), row.get(column));
    }
    assertThat(answered).as(table).containsExactlyEntriesOf(expected);
  }

  private static void create(String topic, String format, int version, Map<String, String> more) {
    Map<String, String> options = new TreeMap<>(more);
    options.put("tidewater.format-version", Integer.toString(version));
    engines
        .sink()
        .create(topic, FormatServers.options(topic, format, registry.url().toString(), options));
  }

  private static void send(String topic, byte[] value) {
    engines.sink().records().send(new ProducerRecord<>(topic, 0, null, value));
  }

  private static String topic(String kind, String format, int version) {
    return kind + "." + format.replace('-', '_') + version;
  }
}
