/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import io.tidewater.connector.config.keys.KeyFamily;
import io.tidewater.connector.config.keys.OptionGroup;
import io.tidewater.connector.config.keys.Settings;
import io.tidewater.format.ledger.Beginning;
import io.tidewater.format.ledger.Loss;
import io.tidewater.format.ledger.StartPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/**
 * Where reading begins and what happens when records are lost before they were read.
 *
 * @param start where a partition begins that the table's ledger does not know, and what happens
 *     when a topic was created anew or Kafka has deleted records that the table lacks
 * @param kafkaClient properties for Kafka clients of the connector, with {@code bootstrap.servers}
 */
public record SourceOptions(StartPolicy start, SecretProperties kafkaClient) {
  private static final String GROUP = "Source";
  private static final String START = "tidewater.start";
  private static final String ON_TOPIC_RECREATED = "tidewater.on-topic-recreated";
  private static final String ON_LOG_TRUNCATED = "tidewater.on-log-truncated";
  private static final String CONSUMER_GROUP = "iceberg.connect.group-id";
  private static final String OVERRIDDEN_GROUP = "consumer.override.group.id";
  private static final String KAFKA_PREFIX = "iceberg.kafka.";
  private static final String BOOTSTRAP_SERVERS = "bootstrap.servers";

  /** The worker's properties that a client shares; others belong to the worker alone. */
  private static final List<String> SHARED =
      List.of(BOOTSTRAP_SERVERS, "client.dns.lookup", "security.", "ssl.", "sasl.");

  static void define(ConfigDef definition) {
    new OptionGroup(definition, GROUP)
        .choice(
            START,
            Beginning.AUTO,
            Importance.HIGH,
            "Where a partition begins that the table's ledger does not know: auto is earliest for a"
                + " table that nobody else has written, the consumer group's position where the"
                + " Apache Iceberg sink wrote it, and otherwise an error; earliest, latest and group"
                + " say it outright.")
        .choice(
            ON_TOPIC_RECREATED,
            Loss.FAIL,
            Importance.MEDIUM,
            "What happens when a topic was deleted and created anew: fail stops its table; continue"
                + " reads the new topic from its start and keeps the rows of the old.")
        .choice(
            ON_LOG_TRUNCATED,
            Loss.FAIL,
            Importance.MEDIUM,
            "What happens when Kafka has deleted records before they reached the table: fail stops"
                + " the table; continue goes on at the earliest record that is left.")
        .text(
            CONSUMER_GROUP,
            null,
            Importance.LOW,
            "The consumer group that Connect reads with, connect-<name> unless"
                + " consumer.override.group.id says otherwise. Only checked: another group is"
                + " refused, since its positions would not be used.");
  }

  static List<KeyFamily> families() {
    return List.of(
        new KeyFamily(
            KAFKA_PREFIX + "*",
            GROUP,
            "Properties for the connector's own Kafka clients, which ask for topic ids and offsets."
                + " What is not set here comes from admin.override.*, or else from the properties"
                + " file of the worker, which is found by its command line."));
  }

  static SourceOptions read(Settings settings, WorkerProperties worker) {
    SortedMap<String, String> client = clientProperties(settings, worker);
    if (client.getOrDefault(BOOTSTRAP_SERVERS, "").isBlank()) {
      settings.report(
          KAFKA_PREFIX + BOOTSTRAP_SERVERS,
          "The worker's properties file could not be found, so say here how to reach Kafka"
              + " (and set further iceberg.kafka.* properties if Kafka asks for a login)");
    }
    checkGroup(settings, worker);
    return new SourceOptions(
        new StartPolicy(
            settings.choice(START, Beginning.AUTO),
            settings.choice(ON_TOPIC_RECREATED, Loss.FAIL),
            settings.choice(ON_LOG_TRUNCATED, Loss.FAIL)),
        SecretProperties.of(client));
  }

  /** Positions are those of Connect's own consumer, so no other group can be asked for. */
  private static void checkGroup(Settings settings, WorkerProperties worker) {
    String actual =
        settings
            .raw(OVERRIDDEN_GROUP)
            .or(() -> Optional.ofNullable(worker.values().get("consumer.group.id")))
            .orElseGet(() -> "connect-" + settings.raw("name").orElse(""));
    settings
        .text(CONSUMER_GROUP)
        .filter(group -> !group.equals(actual))
        .ifPresent(
            group ->
                settings.report(
                    CONSUMER_GROUP,
                    "Connect reads with the group '%s', so the positions of '%s' are not used. To"
                            .formatted(actual, group)
                        + " begin where that group stopped, set %s=%s"
                            .formatted(OVERRIDDEN_GROUP, group)));
  }

  /** What is said nearer to the connector wins. */
  private static SortedMap<String, String> clientProperties(
      Settings settings, WorkerProperties worker) {
    SortedMap<String, String> client = new TreeMap<>();
    String admin = "admin.";
    worker
        .values()
        .forEach(
            (key, value) -> {
              if (SHARED.stream().anyMatch(key::startsWith)) {
                client.put(key, value);
              }
            });
    for (Map.Entry<String, String> property : worker.values().entrySet()) {
      if (property.getKey().startsWith(admin)) {
        client.put(property.getKey().substring(admin.length()), property.getValue());
      }
    }
    client.putAll(settings.withPrefix("admin.override."));
    client.putAll(settings.withPrefix(KAFKA_PREFIX));
    return client;
  }
}
