/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.formats;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidewater.examples.engines.Engines;
import io.tidewater.examples.engines.SharedEngines;
import io.tidewater.testing.registry.SchemaRegistryServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spark and Trino read what each format became, in tables of both versions. */
@ExtendWith(SharedEngines.class)
class FormatEnginesIT {
  private static final List<String> FORMATS =
      List.of("avro", "protobuf", "json-schema", "json", "string", "bytes");

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
  void bothReadASampleOfEveryType(int version) {
    for (String format : FORMATS) {
      String topic = topic(format, version);
      engines.sink().topics().create(topic, 1);
      byte[] value = Samples.order(format, topic, registry.client());
      engines.sink().records().send(new ProducerRecord<>(topic, 0, null, value));
      engines
          .sink()
          .create(
              topic,
              FormatServers.options(
                  topic,
                  format,
                  registry.url().toString(),
                  Map.of(
                      "tidewater.format-version",
                      Integer.toString(version),
                      "tidewater.json-values",
                      "columns")));
    }
    for (String format : FORMATS) {
      String topic = topic(format, version);
      engines.sink().awaitHolds(topic, topic);
      Map<String, String> expected = new TreeMap<>(Samples.expectations(format));
      String sql = "select %s from ice.%s".formatted(String.join(", ", expected.keySet()), topic);
      engines
          .both()
          .forEach(
              (engine, query) ->
                  assertThat(query.apply(sql).rows())
                      .as("%s reads %s of version %d", engine, format, version)
                      .containsExactly(new ArrayList<>(expected.values())));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void bothReadJsonThatIsWhole(int version) {
    String topic = "whole.json" + version;
    engines.sink().topics().create(topic, 1);
    byte[] value = Samples.order("json", topic, registry.client());
    engines.sink().records().send(new ProducerRecord<>(topic, 0, null, value));
    engines
        .sink()
        .create(
            topic,
            FormatServers.options(
                topic,
                "json",
                registry.url().toString(),
                Map.of(
                    "tidewater.format-version",
                    Integer.toString(version),
                    "tidewater.json-values",
                    "whole")));
    engines.sink().awaitHolds(topic, topic);

    boolean variant = version == 3;
    assertThat(
            engines
                .spark(
                    "select %s from ice.%s"
                        .formatted(
                            variant
                                ? "variant_get(value, '$.receiver.city', 'string')"
                                : "get_json_object(value, '$.receiver.city')",
                            topic))
                .single())
        .isEqualTo("Bergen");
    assertThat(
            engines
                .trino(
                    "select json_extract_scalar(%s, '$.receiver.city') from ice.%s"
                        .formatted(variant ? "cast(value as json)" : "value", topic))
                .single())
        .isEqualTo("Bergen");
  }

  private static String topic(String format, int version) {
    return "sample." + format.replace('-', '_') + version;
  }
}
