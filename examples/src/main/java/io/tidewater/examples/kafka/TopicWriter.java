/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.kafka;

import java.nio.charset.StandardCharsets;
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

/** Sends records to one topic, without waiting for each. Safe for several threads. */
public final class TopicWriter implements AutoCloseable {
  private static final int BATCH_BYTES = 256 << 10;
  private static final int LINGER_MILLIS = 20;

  private final KafkaSettings settings;
  private final String topic;
  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  public TopicWriter(KafkaSettings settings, String topic) {
    this.settings = settings;
    this.topic = topic;
    Map<String, Object> properties = settings.clientProperties();
    properties.remove("default.api.timeout.ms");
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    properties.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    properties.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
    this.producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Sends one record, sooner or later.
   *
   * @throws TopicUnavailableException if an earlier one could not be sent
   */
  public void send(String key, byte[] value) {
    failIfOneFailed();
    byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
    Future<RecordMetadata> unused =
        producer.send(new ProducerRecord<>(topic, keyBytes, value), this::noteOutcome);
  }

  /** Kafka gives an exception, or else the place of the record. */
  private void noteOutcome(@Nullable RecordMetadata place, @Nullable Exception exception) {
    if (exception == null) {
      acknowledged.incrementAndGet();
    } else {
      failure.compareAndSet(null, exception);
    }
  }

  /** How many records Kafka has taken so far. */
  public long acknowledged() {
    return acknowledged.get();
  }

  /**
   * Waits until Kafka has taken all of them.
   *
   * @throws TopicUnavailableException if one could not be sent
   */
  public void flush() {
    producer.flush();
    failIfOneFailed();
  }

  @Override
  public void close() {
    producer.close();
  }

  private void failIfOneFailed() {
    Exception first = failure.get();
    if (first != null) {
      throw new TopicUnavailableException(
          "Kafka at %s does not take records of topic %s: %s"
              .formatted(settings, topic, first.getMessage()),
          first);
    }
  }
}
