/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.registry.CachedSchemaRegistry;
import io.tidewater.format.registry.RegisteredSchema;
import io.tidewater.format.registry.RegistryUnavailableException;
import io.tidewater.format.registry.SchemaKind;
import io.tidewater.format.registry.SchemaRegistry;
import io.tidewater.format.registry.UnknownSchemaException;
import io.tidewater.format.registry.http.HttpSchemaRegistry;
import io.tidewater.format.registry.http.RegistryOptions;
import io.tidewater.testing.registry.ProducerSchema;
import io.tidewater.testing.registry.RegistryClient;
import io.tidewater.testing.registry.SchemaReference;
import io.tidewater.testing.registry.SchemaRegistryServer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project's own client of a registry, against a real one that real clients write to. */
class RegistryIT {
  private static final String CITY =
      """
      {"type":"record","name":"City","namespace":"sea","fields":[{"name":"name","type":"string"}]}""";

  @TempDir private static Path folder = Path.of("");
  private static SchemaRegistryServer server;
  private static RegistryClient producer;
  private static SchemaRegistry registry;

  @BeforeAll
  static void start() {
    server = SchemaRegistryServer.start(folder.resolve("registry"));
    producer = server.client();
    registry = HttpSchemaRegistry.of(RegistryOptions.of(server.url()));
  }

  @AfterAll
  static void stop() {
    registry.close();
    server.close();
  }

  @Test
  void readsWhatConfluentsClientRegistered() throws Exception {
    SchemaRegistryClient confluent = new CachedSchemaRegistryClient(server.url().toString(), 10);
    int first = confluent.register("cities-value", new AvroSchema(CITY));
    AvroSchema longer = new AvroSchema(CITY.replace("\"string\"", "[\"null\",\"string\"]"));
    int second = confluent.register("cities-value", longer);

    assertThat(registry.schema(first, "cities-value"))
        .isEqualTo(new RegisteredSchema(first, SchemaKind.AVRO, CITY, Map.of()));
    assertThat(registry.versions("cities-value")).containsExactly(1, 2);
    assertThat(registry.version("cities-value", 1).id()).isEqualTo(first);
    assertThat(registry.latest("cities-value").id()).isEqualTo(second);
    assertThat(registry.latest("cities-value").text()).isEqualTo(longer.canonicalString());
    assertThat(registry.schema(second, "").text()).isEqualTo(longer.canonicalString());
  }

  @Test
  void resolvesReferencesOfEveryKind() {
    producer.register("city", ProducerSchema.avro(CITY));
    String street =
        """
        {"type":"record","name":"Street","namespace":"sea","fields":[\
        {"name":"city","type":"sea.City"}]}""";
    SchemaReference toCity = new SchemaReference("sea.City", "city", 1);
    producer.register("street", ProducerSchema.avro(street, toCity));
    String house =
        """
        {"type":"record","name":"House","namespace":"sea","fields":[\
        {"name":"street","type":"sea.Street"}]}""";
    SchemaReference toStreet = new SchemaReference("sea.Street", "street", 1);
    int id = producer.register("house", ProducerSchema.avro(house, toStreet, toCity));

    RegisteredSchema schema = registry.schema(id, "house");

    assertThat(schema.text()).isEqualTo(house);
    assertThat(List.copyOf(schema.references().keySet())).containsExactly("sea.City", "sea.Street");
    assertThat(schema.references()).containsEntry("sea.City", CITY);
  }

  @Test
  void readsProtobufAndJsonSchema() {
    String money = "syntax = \"proto3\"; message Money { int64 units = 1; }";
    producer.register("money.proto", ProducerSchema.protobuf(money));
    int bill =
        producer.register(
            "bills-value",
            ProducerSchema.protobuf(
                "syntax = \"proto3\"; import \"money.proto\"; message Bill { Money sum = 1; }",
                new SchemaReference("money.proto", "money.proto", 1)));
    int thing =
        producer.register(
            "things-value",
            ProducerSchema.json(
                """
                {"$schema":"http://json-schema.org/draft-07/schema#","type":"object"}"""));

    RegisteredSchema protobuf = registry.schema(bill, "bills-value");

    assertThat(protobuf.kind()).isEqualTo(SchemaKind.PROTOBUF);
    assertThat(protobuf.references()).containsKey("money.proto");
    assertThat(registry.schema(thing, "things-value").kind()).isEqualTo(SchemaKind.JSON);
  }

  @Test
  void tellsWhatIsNotThere() {
    assertThatThrownBy(() -> registry.schema(1 << 20, "cities-value"))
        .isInstanceOf(UnknownSchemaException.class)
        .hasMessageContaining(server.url().toString());
    assertThatThrownBy(() -> registry.versions("nowhere"))
        .isInstanceOf(UnknownSchemaException.class);
    assertThatThrownBy(() -> registry.latest("nowhere")).isInstanceOf(UnknownSchemaException.class);
  }

  @Test
  void tellsAWrongPathFromAMissingSchema() {
    SchemaRegistry wrong =
        HttpSchemaRegistry.of(RegistryOptions.of(server.url().resolve("/apis/nothing")));

    assertThatThrownBy(() -> wrong.schema(1, ""))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("check the path");
  }

  @Test
  void knowsASchemaWhileTheRegistryIsDown() {
    int id = producer.registerAvro("known-value", CITY.replace("City", "Known"));
    CachedSchemaRegistry cached =
        new CachedSchemaRegistry(
            HttpSchemaRegistry.of(
                RegistryOptions.of(
                    Map.of("url", server.url().toString(), "http.read.timeout.ms", "500"))),
            InstantSource.system());
    cached.schema(id, "known-value");
    server.process().suspend();
    try {
      assertThat(cached.schema(id, "known-value").id()).isEqualTo(id);
      assertThatThrownBy(() -> cached.schema(id, "another-value"))
          .isInstanceOf(RegistryUnavailableException.class)
          .hasMessageContaining("no answer within 500 ms");
    } finally {
      server.process().resume();
    }
  }
}
