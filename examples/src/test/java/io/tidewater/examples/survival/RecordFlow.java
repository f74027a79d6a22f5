/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.survival;

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

/** Numbered records for one topic: so many at once, or a steady flow until it is stopped. */
final class RecordFlow implements AutoCloseable {
  private static final int STEP = 20;
  private static final long STEP_MILLIS = 10;

  private final String topic;
  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
  private @Nullable Thread thread;
  private volatile boolean stopping;
  private final AtomicLong sent = new AtomicLong();

  RecordFlow(String bootstrapServers, String topic) {
    this.topic = topic;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ProducerConfig.METADATA_MAX_AGE_CONFIG, "1000",
                // More of them get out of order on a topic that was just created.
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, "1",
                ProducerConfig.LINGER_MS_CONFIG, "5"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Sends records with the next numbers and waits until Kafka has them. */
  RecordFlow send(int count) {
    sendSome(count);
    flush();
    return this;
  }

  /** Sends one value as it is. */
  RecordFlow send(String value) {
    Future<RecordMetadata> unused =
        producer.send(new ProducerRecord<>(topic, value.getBytes(StandardCharsets.UTF_8)));
    flush();
    return this;
  }

  /** Begins to send about two thousand records a second. */
  RecordFlow begin() {
    Thread sender = new Thread(this::run, "flow-" + topic);
    sender.setDaemon(true);
    thread = sender;
    sender.start();
    return this;
  }

  /** How many records were handed to the producer so far. */
  long sent() {
    return sent.get();
  }

  /** Stops sending and waits until Kafka has it all. */
  void end() {
    stopping = true;
    Thread sender = thread;
    if (sender != null) {
      join(sender);
      thread = null;
    }
    flush();
  }

  @Override
  public void close() {
    end();
    producer.close();
  }

  private void run() {
    while (!stopping) {
      sendSome(STEP);
      pause();
    }
  }

  private void sendSome(int count) {
    for (int i = 0; i < count; i++) {
      long number = sent.getAndIncrement();
      byte[] key = Long.toString(number).getBytes(StandardCharsets.UTF_8);
      byte[] value =
          ("{\"number\":" + number + ",\"text\":\"" + topic + " " + number + "\"}")
              .getBytes(StandardCharsets.UTF_8);
      Future<RecordMetadata> unused =
          producer.send(new ProducerRecord<>(topic, key, value), this::noteOutcome);
    }
  }

  private void noteOutcome(@Nullable RecordMetadata place, @Nullable Exception exception) {
    if (exception != null) {
      failure.compareAndSet(null, exception);
    }
  }

  private void flush() {
    producer.flush();
    Exception failed = failure.get();
    if (failed != null) {
      throw new IllegalStateException("Kafka did not take all records of " + topic, failed);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(STEP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void join(Thread sender) {
    try {
      sender.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
