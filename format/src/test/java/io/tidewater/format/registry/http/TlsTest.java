/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.registry.RegisteredSchema;
import io.tidewater.format.registry.RegistryUnavailableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TlsTest {
  @TempDir static Path folder;

  private static TestCertificates host;
  private static TestCertificates client;
  private static FakeRegistry open;
  private static FakeRegistry closed;
  private static FakeRegistry misnamed;

  @BeforeAll
  static void start() throws Exception {
    host = TestCertificates.make(folder, "host", "ip:127.0.0.1");
    client = TestCertificates.make(folder, "client", "dns:client");
    TestCertificates elsewhere = TestCertificates.make(folder, "elsewhere", "dns:elsewhere");
    open = FakeRegistry.startTls(host.server(client), false);
    closed = FakeRegistry.startTls(host.server(client), true);
    misnamed = FakeRegistry.startTls(elsewhere.server(client), false);
    for (FakeRegistry server : new FakeRegistry[] {open, closed, misnamed}) {
      server.always(FakeRegistry.json("{\"schema\": \"x\"}"));
    }
  }

  @AfterAll
  static void stop() {
    open.close();
    closed.close();
    misnamed.close();
  }

  private static RegisteredSchema ask(FakeRegistry server, Map<String, String> options) {
    Map<String, String> all = new HashMap<>(options);
    all.put("url", server.url().toString());
    all.put("max.retries", "0");
    return HttpSchemaRegistry.of(RegistryOptions.of(all)).schema(1, "");
  }

  private static Map<String, String> with(Map<String, String> one, Map<String, String> other) {
    Map<String, String> both = new HashMap<>(one);
    both.putAll(other);
    return both;
  }

  private static Map<String, String> trustingPem(TestCertificates certificates) throws Exception {
    return Map.of(
        "ssl.truststore.location",
        certificates.certificatePem().toString(),
        "ssl.truststore.type",
        "PEM");
  }

  @Test
  void trustsNobodyUnknown() {
    assertThatThrownBy(() -> ask(open, Map.of()))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("no TLS connection")
        .hasMessageContaining("ssl.*");
  }

  @Test
  void trustsACertificateAsText() throws Exception {
    assertThat(ask(open, trustingPem(host)).text()).isEqualTo("x");
  }

  @Test
  void trustsACertificateInAJksStore() throws Exception {
    Map<String, String> options =
        Map.of(
            "ssl.truststore.location",
            host.trustJks().toString(),
            "ssl.truststore.password",
            TestCertificates.PASSWORD);

    assertThat(ask(open, options).text()).isEqualTo("x");
  }

  @Test
  void wantsACertificateForTheHostsName() throws Exception {
    TestCertificates elsewhere = new TestCertificates(folder, "elsewhere");

    assertThatThrownBy(() -> ask(misnamed, trustingPem(elsewhere)))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("no TLS connection");
  }

  @Test
  void takesAnyNameWhereThatIsSwitchedOffButOnlyTrustedOnes() throws Exception {
    TestCertificates elsewhere = new TestCertificates(folder, "elsewhere");
    Map<String, String> off = Map.of("ssl.endpoint.identification.algorithm", "");

    assertThat(ask(misnamed, with(trustingPem(elsewhere), off)).text()).isEqualTo("x");
    assertThatThrownBy(() -> ask(misnamed, with(trustingPem(host), off)))
        .isInstanceOf(RegistryUnavailableException.class);
  }

  @Test
  void showsItsOwnCertificate() throws Exception {
    Map<String, String> keys =
        Map.of(
            "ssl.keystore.location",
            client.keys().toString(),
            "ssl.keystore.type",
            "PKCS12",
            "ssl.keystore.password",
            TestCertificates.PASSWORD);
    Map<String, String> pem =
        Map.of("ssl.keystore.location", client.keysPem().toString(), "ssl.keystore.type", "pem");

    assertThat(ask(closed, with(trustingPem(host), keys)).text()).isEqualTo("x");
    assertThat(ask(closed, with(trustingPem(host), pem)).text()).isEqualTo("x");
    assertThatThrownBy(() -> ask(closed, trustingPem(host)))
        .isInstanceOf(RegistryUnavailableException.class);
  }

  @Test
  void saysWhichStoreCannotBeRead() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "");

    assertThatThrownBy(
            () ->
                ask(
                    open,
                    Map.of(
                        "ssl.truststore.location", host.keys().toString(),
                        "ssl.truststore.type", "PKCS12",
                        "ssl.truststore.password", "a-wrong-one")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ssl.truststore.location " + host.keys())
        .hasMessageNotContaining("a-wrong-one");
    assertThatThrownBy(
            () ->
                ask(
                    open,
                    Map.of("ssl.keystore.location", empty.toString(), "ssl.keystore.type", "PEM")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no BEGIN PRIVATE KEY");
    assertThatThrownBy(
            () -> ask(open, Map.of("ssl.truststore.location", folder.resolve("none").toString())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NoSuchFileException");
  }
}
