/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import java.net.http.HttpClient;

/** Makes the client of the JDK that everything is sent with. */
final class Connections {
  private Connections() {}

  /**
   * A client that follows no redirection by itself, since it would show its headers to anybody.
   *
   * @throws IllegalArgumentException if a key or trust store cannot be read
   */
  static HttpClient open(RegistryOptions options) {
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(options.patience().connectTimeout());
    if (!options.tls().equals(TlsOptions.DEFAULTS)) {
      client.sslContext(TlsContexts.of(options.tls()));
    }
    return client.build();
  }
}
