/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How to reach a schema registry.
 *
 * @param address where it is
 * @param credentials how to be let in
 * @param tls what its connections trust and show
 * @param headers headers that every request to the registry carries, by their names; never shown
 * @param patience how long it is waited for
 */
public record RegistryOptions(
    RegistryAddress address,
    Credentials credentials,
    TlsOptions tls,
    Map<String, String> headers,
    RequestPatience patience) {
  /**
   * @throws IllegalArgumentException if a header cannot be sent; its value is not shown
   */
  public RegistryOptions {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(credentials, "credentials");
    Objects.requireNonNull(tls, "tls");
    headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    headers.forEach(RegistryOptions::check);
    Objects.requireNonNull(patience, "patience");
  }

  /** A registry that lets everybody in. */
  public static RegistryOptions of(URI url) {
    return of(Map.of(RegistryKey.URL.key(), url.toString()));
  }

  /**
   * Options as users write them.
   *
   * @param properties values by the keys of {@link RegistryKey}, without a prefix
   * @throws IllegalArgumentException if a key is unknown, a value cannot be, or keys contradict
   *     each other; the message names the key and what to do, and shows no secret
   */
  public static RegistryOptions of(Map<String, String> properties) {
    return new OptionsReader(properties).read();
  }

  private static void check(String header, String value) {
    try {
      HttpRequest.newBuilder().header(header, value);
    } catch (IllegalArgumentException e) {
      throw OptionsReader.invalid(
          RegistryKey.HEADER,
          header.replaceAll("\\p{Cntrl}", " ") + " is no header that can be set");
    }
  }

  @Override
  public String toString() {
    return "RegistryOptions["
        + String.join(", ", address.urls().stream().map(WebAddress::shown).toList())
        + (address.context().isEmpty() ? "" : ", context " + address.context())
        + ", "
        + credentials.getClass().getSimpleName()
        + ", headers "
        + headers.keySet()
        + "]";
  }
}
