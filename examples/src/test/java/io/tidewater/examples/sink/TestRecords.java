/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.json.JsonConverter;

/** Sends records and waits until they are in Kafka. */
public final class TestRecords implements AutoCloseable {
  private static final int LARGEST = 32 * 1024 * 1024;

  private final KafkaProducer<byte[], byte[]> producer;
  private final JsonConverter json = new JsonConverter();

  TestRecords(String bootstrapServers) {
    producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                LARGEST),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    json.configure(Map.of("schemas.enable", "true"), false);
  }

  /** Sends one value to partition 0. */
  public void text(String topic, String value) {
    send(new ProducerRecord<>(topic, 0, null, value.getBytes(UTF_8)));
  }

  /** Sends JSON that carries its schema to a partition. */
  public void struct(String topic, int partition, Struct value) {
    send(new ProducerRecord<>(topic, partition, null, bytes(value.schema(), value)));
  }

  public void struct(String topic, Struct value) {
    struct(topic, 0, value);
  }

  /** A value as JSON that carries its schema. */
  public byte[] bytes(Schema schema, Object value) {
    return json.fromConnectData("any", schema, value);
  }

  /** Sends records together, and waits for all of them. */
  public void sendAll(List<ProducerRecord<byte[], byte[]>> records) {
    List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
    sent.forEach(TestRecords::await);
  }

  public void send(ProducerRecord<byte[], byte[]> record) {
    await(producer.send(record));
  }

  private static void await(Future<RecordMetadata> sent) {
    try {
      sent.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot send a record", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    producer.close();
    json.close();
  }
}
