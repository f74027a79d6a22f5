/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * How to reach a Kafka cluster.
 *
 * @param bootstrapServers {@code host:port}, several separated by commas
 * @param properties further client properties, for instance those of TLS and SASL; never shown
 */
public record KafkaSettings(String bootstrapServers, Map<String, String> properties) {
  private static final int PATIENCE_MILLIS = 20_000;

  public KafkaSettings {
    properties = Map.copyOf(properties);
  }

  /** Properties of a client, of any kind; the user's own come last. */
  Map<String, Object> clientProperties() {
    Map<String, Object> client = new HashMap<>();
    client.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    client.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    client.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 2);
    client.putAll(properties);
    return client;
  }

  @Override
  public String toString() {
    return bootstrapServers;
  }
}
