/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.verify;

import io.tidewater.testing.kafka.KafkaBroker;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends what a test needs, one partition at a time, and waits until it is there. */
final class TestProducer implements AutoCloseable {
  private final KafkaProducer<String, String> producer;

  private TestProducer(Map<String, Object> properties) {
    this.producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
  }

  static TestProducer plain(KafkaBroker broker) {
    return new TestProducer(properties(broker));
  }

  static TestProducer transactional(KafkaBroker broker, String id) {
    Map<String, Object> properties = properties(broker);
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
    TestProducer producer = new TestProducer(properties);
    producer.producer.initTransactions();
    return producer;
  }

  void send(String topic, int partition, int count) {
    for (int i = 0; i < count; i++) {
      send(new ProducerRecord<>(topic, partition, "k" + i, "v" + i));
    }
    producer.flush();
  }

  /** Sends records to partition 0 with only a few different keys. */
  void sendKeyed(String topic, int count, int keys) {
    for (int i = 0; i < count; i++) {
      send(new ProducerRecord<>(topic, 0, "k" + i % keys, "v" + i));
    }
    producer.flush();
  }

  private void send(ProducerRecord<String, String> record) {
    Future<RecordMetadata> unused = producer.send(record);
  }

  void committed(String topic, int count) {
    producer.beginTransaction();
    send(topic, 0, count);
    producer.commitTransaction();
  }

  void aborted(String topic, int count) {
    producer.beginTransaction();
    send(topic, 0, count);
    producer.abortTransaction();
  }

  @Override
  public void close() {
    producer.close();
  }

  private static Map<String, Object> properties(KafkaBroker broker) {
    Map<String, Object> properties = new HashMap<>();
    properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
    return properties;
  }
}
