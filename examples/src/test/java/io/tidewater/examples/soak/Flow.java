/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.soak;

import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Records that flow into a topic, in their order, until it is told to end. */
final class Flow implements AutoCloseable {
  private static final int STEP = 25;
  private static final long STEP_MILLIS = 20;

  private final String topic;
  private final Source source;
  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
  private final AtomicLong sent = new AtomicLong();
  private final Thread sender;
  private volatile boolean ending;

  private Flow(String bootstrapServers, String topic, Source source) {
    this.topic = topic;
    this.source = source;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true",
                ProducerConfig.LINGER_MS_CONFIG, "5"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    this.sender = new Thread(this::run, "flow-" + topic);
    sender.setDaemon(true);
  }

  /** Where the records come from. Asked by one thread. */
  @FunctionalInterface
  interface Source {
    Item next();
  }

  /** A record, without its topic. */
  @SuppressWarnings("ArrayRecordComponent") // Sent once, compared by nobody.
  record Item(int partition, byte @Nullable [] key, byte @Nullable [] value) {}

  static Flow begin(String bootstrapServers, String topic, Source source) {
    Flow flow = new Flow(bootstrapServers, topic, source);
    flow.sender.start();
    return flow;
  }

  long sent() {
    return sent.get();
  }

  /** Ends it, and waits until Kafka has all of it. */
  void end() {
    ending = true;
    try {
      sender.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    producer.flush();
    Exception failed = failure.get();
    if (failed != null) {
      throw new IllegalStateException("Kafka did not take all records of " + topic, failed);
    }
  }

  @Override
  public void close() {
    ending = true;
    producer.close();
  }

  private void run() {
    while (!ending) {
      for (int i = 0; i < STEP; i++) {
        Item item = source.next();
        Future<RecordMetadata> unused =
            producer.send(
                new ProducerRecord<>(topic, item.partition(), item.key(), item.value()),
                (place, exception) -> {
                  if (exception != null) {
                    failure.compareAndSet(null, exception);
                  }
                });
        sent.incrementAndGet();
      }
      Pause.millis(STEP_MILLIS);
    }
  }
}
