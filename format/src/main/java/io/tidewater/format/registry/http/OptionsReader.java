/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import io.tidewater.format.registry.http.TlsOptions.HostNames;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a registry's options from texts by their keys. */
final class OptionsReader {
  private final Map<String, String> properties;

  OptionsReader(Map<String, String> properties) {
    this.properties = Map.copyOf(properties);
  }

  RegistryOptions read() {
    for (String key : properties.keySet()) {
      if (RegistryKey.of(key).isEmpty()) {
        throw new IllegalArgumentException(
            "no option of a schema registry: " + key + "; there are " + allKeys());
      }
    }
    CredentialsReader credentials = new CredentialsReader(this);
    return new RegistryOptions(
        new RegistryAddress(credentials.urlsWithoutUser(), text(RegistryKey.CONTEXT)),
        credentials.read(),
        tls(),
        headers(),
        patience());
  }

  /** A key's value, or its fallback, without blanks around it. */
  String text(RegistryKey key) {
    return properties.getOrDefault(key.key(), key.fallback()).strip();
  }

  /** A key's value exactly as it is set. */
  Optional<Secret> secret(RegistryKey key) {
    return Optional.ofNullable(properties.get(key.key()))
        .filter(value -> !value.isEmpty())
        .map(Secret::new);
  }

  boolean isSet(RegistryKey key) {
    return !properties.getOrDefault(key.key(), "").isBlank();
  }

  /** The values of a list that are not blank. */
  List<String> list(RegistryKey key) {
    return Arrays.stream(text(key).split(",", -1))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  /**
   * An address.
   *
   * @throws IllegalArgumentException if it is none; the message does not show it, since it may hold
   *     a password
   */
  static URI address(RegistryKey key, String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw invalid(key, "is not an address such as https://host:port");
    }
  }

  static IllegalArgumentException invalid(RegistryKey key, String what) {
    return new IllegalArgumentException(key.key() + " " + what);
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    String prefix = RegistryKey.HEADER.key();
    properties.forEach(
        (key, value) -> {
          if (key.startsWith(prefix)) {
            headers.put(key.substring(prefix.length()), value);
          }
        });
    header(headers, "target-sr-cluster", RegistryKey.LOGICAL_CLUSTER);
    header(headers, "Confluent-Identity-Pool-Id", RegistryKey.IDENTITY_POOL);
    return headers;
  }

  private void header(Map<String, String> headers, String name, RegistryKey key) {
    if (isSet(key)) {
      headers.put(name, text(key));
    }
  }

  private TlsOptions tls() {
    return new TlsOptions(
        store(
            RegistryKey.TRUSTSTORE_LOCATION,
            RegistryKey.TRUSTSTORE_TYPE,
            secret(RegistryKey.TRUSTSTORE_PASSWORD),
            Optional.empty()),
        store(
            RegistryKey.KEYSTORE_LOCATION,
            RegistryKey.KEYSTORE_TYPE,
            secret(RegistryKey.KEYSTORE_PASSWORD),
            secret(RegistryKey.KEY_PASSWORD)),
        hostNames());
  }

  private HostNames hostNames() {
    return switch (text(RegistryKey.HOST_NAMES).toLowerCase(Locale.ROOT)) {
      case "https" -> HostNames.VERIFIED;
      case "" -> HostNames.IGNORED;
      default ->
          throw invalid(RegistryKey.HOST_NAMES, "should be https, or empty to switch it off");
    };
  }

  private Optional<StoreFile> store(
      RegistryKey location, RegistryKey type, Optional<Secret> password, Optional<Secret> own) {
    if (!isSet(location)) {
      return Optional.empty();
    }
    try {
      Path file = Path.of(text(location));
      return Optional.of(new StoreFile(storeType(type), file, password, own));
    } catch (InvalidPathException e) {
      throw invalid(location, "is no name of a file: " + text(location));
    }
  }

  private StoreFile.Type storeType(RegistryKey key) {
    String name = text(key).toUpperCase(Locale.ROOT);
    return Arrays.stream(StoreFile.Type.values())
        .filter(type -> type.name().equals(name))
        .findFirst()
        .orElseThrow(() -> invalid(key, "should be JKS, PKCS12 or PEM, not " + name));
  }

  private RequestPatience patience() {
    Duration first = Duration.ofMillis(number(RegistryKey.FIRST_PAUSE, 0));
    Duration longest = Duration.ofMillis(number(RegistryKey.LONGEST_PAUSE, 0));
    return new RequestPatience(
        Duration.ofMillis(number(RegistryKey.CONNECT_TIMEOUT, 1)),
        Duration.ofMillis(number(RegistryKey.REQUEST_TIMEOUT, 1)),
        number(RegistryKey.RETRIES, 0),
        first,
        longest.compareTo(first) < 0 ? first : longest);
  }

  private int number(RegistryKey key, int least) {
    String text = text(key);
    try {
      int number = Integer.parseInt(text);
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      // The same answer as for a number that is too small.
    }
    throw invalid(key, "should be a whole number, " + least + " or more, not " + text);
  }

  private static String allKeys() {
    return String.join(", ", Arrays.stream(RegistryKey.values()).map(RegistryKey::key).toList());
  }
}
