/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.connection;

import io.tidewater.examples.kafka.KafkaSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name a Kafka cluster, for any command to mix in. */
public final class KafkaOptions {
  @Option(
      names = {"-b", "--bootstrap-servers"},
      paramLabel = "HOST:PORT",
      description = "The Kafka cluster. Default: that of the running quickstart.")
  private @Nullable String bootstrapServers;

  @Option(
      names = "--kafka-config",
      paramLabel = "FILE",
      description = "Client properties of the Kafka cluster, for instance those of TLS and SASL.")
  private @Nullable Path file;

  @Option(
      names = "--kafka-property",
      paramLabel = "KEY=VALUE",
      description = "One client property; can be repeated. For secrets, use --kafka-config.")
  private Map<String, String> properties = new HashMap<>();

  /**
   * The cluster that the options name, or that of the running quickstart.
   *
   * @throws NotConnectedException if there is neither
   */
  public KafkaSettings settings(Optional<Endpoints> running) {
    String servers =
        Optional.ofNullable(bootstrapServers)
            .or(() -> running.map(Endpoints::bootstrapServers))
            .orElseThrow(() -> NotConnectedException.without("--bootstrap-servers"));
    return new KafkaSettings(servers, PropertyFile.merged(file, properties));
  }
}
