/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RegistryOptionsTest {
  private static final URI URL = URI.create("https://registry:8081");

  private static RegistryOptions with(String... keysAndValues) {
    Map<String, String> properties = new HashMap<>(Map.of("url", URL.toString()));
    for (int index = 0; index < keysAndValues.length; index += 2) {
      properties.put(keysAndValues[index], keysAndValues[index + 1]);
    }
    return RegistryOptions.of(properties);
  }

  @Test
  void hasSafeDefaults() {
    RegistryOptions options = RegistryOptions.of(URL);

    assertThat(options.address()).isEqualTo(RegistryAddress.of(URL));
    assertThat(options.credentials()).isInstanceOf(Credentials.None.class);
    assertThat(options.tls()).isEqualTo(TlsOptions.DEFAULTS);
    assertThat(options.patience().requestTimeout()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void showsNoSecret() {
    String shown =
        with("basic.auth.user.info", "me:hush", "request.header.Api-Key", "hush").toString()
            + with("bearer.auth.token", "hush").credentials()
            + with("ssl.truststore.location", "t", "ssl.truststore.password", "hush").tls()
            + with("url", "https://me:hush@registry");

    assertThat(shown).doesNotContain("hush").contains("Api-Key", "registry", "Basic");
  }

  @ParameterizedTest
  @CsvSource({
    "url, '', a registry has a url",
    "url, registry:8081, not the address of a web server",
    "url, ftp://registry, not the address of a web server",
    "url, https://a b, url is not an address",
    "url, 'https://a:hush@r1,https://b:hush@r2', several users",
    "context, lab, a context begins with a dot",
    "context, .a/b, a context begins with a dot",
    "basic.auth.credentials.source, SASL_INHERIT, should be USER_INFO or URL",
    "basic.auth.credentials.source, USER_INFO, basic.auth.user.info is missing",
    "basic.auth.user.info, hush, a colon between",
    "bearer.auth.credentials.source, FILE, should be STATIC_TOKEN or OAUTHBEARER",
    "bearer.auth.credentials.source, STATIC_TOKEN, bearer.auth.token is missing",
    "bearer.auth.credentials.source, OAUTHBEARER, bearer.auth.issuer.endpoint.url is missing",
    "bearer.auth.issuer.endpoint.url, https://idp, bearer.auth.client.id is missing",
    "bearer.auth.token, hush hush, the bearer token",
    "ssl.endpoint.identification.algorithm, none, should be https",
    "request.header.Host, hush, no header that can be set",
    "max.retries, many, should be a whole number",
    "max.retries, -1, 0 or more",
    "http.read.timeout.ms, 0, 1 or more",
    "ssl.keystore.colour, blue, no option of a schema registry: ssl.keystore.colour",
    "request.header., blue, no option of a schema registry",
  })
  void refusesWhatCannotBe(String key, String value, String message) {
    assertThatThrownBy(() -> with(key, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("hush");
  }

  @Test
  void refusesBothWaysToBeLetIn() {
    assertThatThrownBy(() -> with("basic.auth.user.info", "a:b", "bearer.auth.token", "c"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("exclude each other");
  }

  @Test
  void givesEveryKeyAMeaning() {
    for (RegistryKey key : RegistryKey.values()) {
      assertThat(key.meaning()).as(key.key()).endsWith(".");
      assertThat(
              RegistryKey.of(key.kind() == RegistryKey.Kind.PREFIX ? key.key() + "X" : key.key()))
          .contains(key);
    }
  }
}
