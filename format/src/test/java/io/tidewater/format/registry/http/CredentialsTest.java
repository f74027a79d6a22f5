/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import static io.tidewater.format.registry.http.FakeRegistry.json;
import static io.tidewater.format.registry.http.FakeRegistry.sequence;
import static io.tidewater.format.registry.http.FakeRegistry.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.registry.RegistryUnavailableException;
import io.tidewater.format.registry.SchemaRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CredentialsTest {
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private FakeRegistry server;

  @BeforeEach
  void start() throws IOException {
    server = FakeRegistry.start().always(json("{\"schema\": \"x\"}"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private SchemaRegistry registry(Map<String, String> options) {
    Map<String, String> all = new HashMap<>(options);
    all.putIfAbsent("url", server.url().toString());
    all.put("max.retries", "1");
    return new HttpSchemaRegistry(
        RegistryOptions.of(all), new Pacing(now::get, () -> 0.5, pause -> {}));
  }

  private SchemaRegistry oauth() {
    return registry(
        Map.of(
            "bearer.auth.issuer.endpoint.url", server.url() + "/token",
            "bearer.auth.client.id", "sink",
            "bearer.auth.client.secret", "s&cret",
            "bearer.auth.scope", "read write"));
  }

  private static FakeRegistry.Behaviour token(String token) {
    return json("{\"access_token\": \"%s\", \"expires_in\": 100}".formatted(token));
  }

  @Test
  void showsUserAndPassword() {
    registry(Map.of("basic.auth.user.info", "me:pässwörd:1")).schema(1, "");

    assertThat(server.asked().get(0).header("Authorization"))
        .isEqualTo("Basic bWU6cMOkc3N3w7ZyZDox");
  }

  @Test
  void takesUserAndPasswordFromTheUrlAndKeepsThemOutOfMessages() {
    server.always(status(500, "text/plain", ""));
    String url = server.url().toString().replace("//", "//me:pass%40word@");

    assertThatThrownBy(() -> registry(Map.of("url", url)).schema(1, ""))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining(server.url().toString())
        .hasMessageNotContaining("pass");
    assertThat(server.asked().get(0).header("Authorization"))
        .isEqualTo(Authorization.basic("me", new Secret("pass@word")).reveal());
  }

  @Test
  void showsAToken() {
    registry(Map.of("bearer.auth.token", "abc.def")).schema(1, "");

    assertThat(server.asked().get(0).header("Authorization")).isEqualTo("Bearer abc.def");
  }

  @Test
  void fetchesATokenAndUsesItUntilItIsOld() {
    server.on("/token", sequence(token("one"), token("two")));
    SchemaRegistry registry = oauth();

    registry.schema(1, "");
    now.set(Instant.EPOCH.plus(Duration.ofSeconds(79)));
    registry.schema(2, "");
    now.set(Instant.EPOCH.plus(Duration.ofSeconds(80)));
    registry.schema(3, "");

    assertThat(server.asked())
        .extracting(asked -> asked.path().replaceAll("\\?.*", ""))
        .containsExactly("/token", "/schemas/ids/1", "/schemas/ids/2", "/token", "/schemas/ids/3");
    FakeRegistry.Asked forToken = server.asked().get(0);
    assertThat(forToken.body()).isEqualTo("grant_type=client_credentials&scope=read+write");
    assertThat(forToken.header("Authorization"))
        .isEqualTo(Authorization.basic("sink", new Secret("s%26cret")).reveal());
    assertThat(server.asked().get(2).header("Authorization")).isEqualTo("Bearer one");
    assertThat(server.asked().get(4).header("Authorization")).isEqualTo("Bearer two");
  }

  @Test
  void fetchesAnotherTokenWhereOneIsRefused() {
    server.on("/token", sequence(token("revoked"), token("good")));
    server.always(
        exchange ->
            (exchange.getRequestHeaders().getFirst("Authorization").equals("Bearer good")
                    ? json("{\"schema\": \"x\"}")
                    : status(401, "text/plain", ""))
                .answer(exchange));

    assertThat(oauth().schema(1, "").text()).isEqualTo("x");
  }

  @Test
  void saysThatThereIsNoToken() {
    server.on("/token", status(401, "application/json", "{\"error\": \"invalid_client\"}"));

    assertThatThrownBy(() -> oauth().schema(1, ""))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("no token from " + server.url() + "/token: status 401")
        .hasMessageContaining("bearer.auth.issuer.endpoint.url")
        .hasMessageNotContaining("s&cret");
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void asksAgainForATokenThatMayComeLater() {
    server.on("/token", sequence(status(503, "text/plain", ""), token("late")));

    assertThat(oauth().schema(1, "").text()).isEqualTo("x");
  }

  @Test
  void takesNothingElseForAToken() {
    server.on("/token", json("{\"access_token\": \"two words\"}"));

    assertThatThrownBy(() -> oauth().schema(1, ""))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("an answer without access_token")
        .hasMessageNotContaining("two words");
  }
}
