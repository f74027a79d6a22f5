/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SchemaRegistryServerIT {
  private static final String ADDRESS =
      """
      {"type": "record", "name": "Address", "namespace": "lab", "fields": [
        {"name": "city", "type": "string"}]}""";
  private static final String PERSON =
      """
      {"type": "record", "name": "Person", "namespace": "lab", "fields": [
        {"name": "home", "type": "lab.Address"}]}""";

  @TempDir static Path directory;

  private static SchemaRegistryServer server;

  @BeforeAll
  static void start() {
    server = SchemaRegistryServer.start(directory);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void givesConfluentsClientTheIdsOfOurs() throws Exception {
    int id = server.client().registerAvro("ids-value", ADDRESS);

    SchemaRegistryClient confluent = new CachedSchemaRegistryClient(server.url().toString(), 10);

    int another = confluent.register("other-value", new AvroSchema(ADDRESS));
    assertThat(confluent.getId("ids-value", new AvroSchema(ADDRESS))).isEqualTo(id);
    assertThat(confluent.register("third-value", new AvroSchema(ADDRESS))).isEqualTo(another);
    assertThat(confluent.getSchemaById(id).canonicalString()).contains("lab", "Address");
  }

  @Test
  void takesSchemasOfEveryKindWithReferences() {
    RegistryClient client = server.client();
    client.registerAvro("address", ADDRESS);
    SchemaReference address = new SchemaReference("lab.Address", "address", 1);
    int avro = client.register("person", ProducerSchema.avro(PERSON, address));
    client.register(
        "money.proto",
        ProducerSchema.protobuf("syntax = \"proto3\"; message Money { int64 units = 1; }"));
    int protobuf =
        client.register(
            "bill",
            ProducerSchema.protobuf(
                "syntax = \"proto3\"; import \"money.proto\"; message Bill { Money sum = 1; }",
                new SchemaReference("money.proto", "money.proto", 1)));
    int json =
        client.register(
            "thing",
            ProducerSchema.json(
                """
                {"$schema": "http://json-schema.org/draft-07/schema#", "type": "object"}"""));

    assertThat(avro).isPositive().isNotEqualTo(protobuf).isNotEqualTo(json);
    assertThat(client.latestVersion("bill")).isEqualTo(1);
  }

  @Test
  void refusesWhatTheLevelForbids() {
    RegistryClient client = server.client();
    client.registerAvro("strict", ADDRESS);
    client.setCompatibility("strict", "BACKWARD");

    assertThatThrownBy(() -> client.registerAvro("strict", ADDRESS.replace("string", "int")))
        .isInstanceOfSatisfying(
            RegistryException.class, refused -> assertThat(refused.status()).isEqualTo(409));
  }

  @Test
  void keepsItsSchemasOverAKill() {
    int id = server.client().registerAvro("kept", ADDRESS);
    server.kill();
    server.restart();

    assertThat(server.client().registerAvro("kept", ADDRESS)).isEqualTo(id);
    assertThat(server.client().latestVersion("kept")).isEqualTo(1);
  }
}
