/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.formats;

import io.tidewater.examples.sink.SinkServers;
import io.tidewater.testing.connect.Connector;
import io.tidewater.testing.connect.WorkerSettings;
import io.tidewater.testing.registry.RegistryClient;
import io.tidewater.testing.registry.SchemaRegistryServer;
import io.tidewater.testing.registry.WireFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The sink's servers and a schema registry. */
final class FormatServers implements AutoCloseable {
  static final String BYTES = "org.apache.kafka.connect.converters.ByteArrayConverter";

  private final SinkServers sink;
  private final SchemaRegistryServer registry;

  private FormatServers(SinkServers sink, SchemaRegistryServer registry) {
    this.sink = sink;
    this.registry = registry;
  }

  static FormatServers start(Path folder) {
    return start(folder, UnaryOperator.identity());
  }

  static FormatServers start(Path folder, UnaryOperator<WorkerSettings> worker) {
    SchemaRegistryServer registry = SchemaRegistryServer.start(folder.resolve("registry"));
    try {
      return new FormatServers(
          SinkServers.start(folder, new SinkServers.Plan(worker, Map.of(), List.of())), registry);
    } catch (RuntimeException e) {
      registry.close();
      throw e;
    }
  }

  SinkServers sink() {
    return sink;
  }

  SchemaRegistryServer registry() {
    return registry;
  }

  /** Registers schemas. */
  RegistryClient producer() {
    return registry.client();
  }

  /** Sends a value behind the id of its schema. */
  void send(String topic, int partition, int schemaId, byte[] value) {
    sink.records()
        .send(new ProducerRecord<>(topic, partition, null, WireFormat.frame(schemaId, value)));
  }

  /** A connector that reads values of a format from one topic. */
  Connector create(String topic, String format, Map<String, String> more) {
    return sink.create(topic, options(topic, format, registry.url().toString(), more));
  }

  /** Options of a connector that reads values of a format from topics. */
  static Map<String, String> options(
      String topics, String format, String registryUrl, Map<String, String> more) {
    Map<String, String> options = new TreeMap<>();
    options.put("topics", topics);
    options.put("key.converter", BYTES);
    options.put("value.converter", BYTES);
    options.put("tidewater.value.format", format);
    options.put("tidewater.registry.url", registryUrl);
    options.putAll(more);
    return options;
  }

  @Override
  public void close() {
    sink.close();
    registry.close();
  }
}
