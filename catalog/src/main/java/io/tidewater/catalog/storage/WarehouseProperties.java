/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.storage;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The settings of the server's file access, and what of them clients are told. Only settings known
 * to be harmless go out by themselves; a new one is a secret until it is listed here.
 *
 * @param server settings for the server's own file access, secrets among them
 * @param client settings that clients are told as they are; they win over the server's
 * @param vending whether whoever loads a table is also told the credentials
 */
public record WarehouseProperties(
    Map<String, String> server, Map<String, String> client, CredentialVending vending) {
  /** No setting at all: what a local warehouse needs. */
  public static final WarehouseProperties NONE =
      new WarehouseProperties(Map.of(), Map.of(), CredentialVending.NONE);

  private static final Set<String> HARMLESS =
      Set.of(
          "client.region",
          "io-impl",
          "s3.acceleration-enabled",
          "s3.checksum-enabled",
          "s3.cross-region-access-enabled",
          "s3.dualstack-enabled",
          "s3.endpoint",
          "s3.path-style-access",
          "s3.region",
          "s3.sse.type",
          "s3.use-arn-region-enabled");
  private static final Set<String> CREDENTIALS =
      Set.of("s3.access-key-id", "s3.secret-access-key", "s3.session-token");

  public WarehouseProperties {
    server = Map.copyOf(server);
    client = Map.copyOf(client);
  }

  /** What every client is told when it connects. Holds no secret. */
  public Map<String, String> clientDefaults() {
    Map<String, String> defaults = ofServer(HARMLESS::contains);
    defaults.putAll(client);
    return defaults;
  }

  /** What a client is told with a table that it loads. */
  public Map<String, String> tableConfig() {
    if (vending == CredentialVending.NONE) {
      return Map.of();
    }
    Map<String, String> config = clientDefaults();
    config.putAll(ofServer(CREDENTIALS::contains));
    return config;
  }

  private Map<String, String> ofServer(Predicate<String> wanted) {
    Map<String, String> settings = new TreeMap<>(server);
    settings.keySet().removeIf(wanted.negate());
    return settings;
  }

  /** Names the settings, never their values. */
  @Override
  public String toString() {
    return "WarehouseProperties[server=%s, client=%s, vending=%s]"
        .formatted(server.keySet(), client.keySet(), vending);
  }
}
