/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import static io.tidewater.format.registry.http.FakeRegistry.error;
import static io.tidewater.format.registry.http.FakeRegistry.json;
import static io.tidewater.format.registry.http.FakeRegistry.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidewater.format.registry.RegisteredSchema;
import io.tidewater.format.registry.RegistryUnavailableException;
import io.tidewater.format.registry.SchemaKind;
import io.tidewater.format.registry.SchemaRegistry;
import io.tidewater.format.registry.UnknownSchemaException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpSchemaRegistryTest {
  private FakeRegistry server;
  private SchemaRegistry registry;

  @BeforeEach
  void start() throws IOException {
    server = FakeRegistry.start();
    registry = registry(Map.of("url", server.url() + "/api/", "max.retries", "0"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static SchemaRegistry registry(Map<String, String> options) {
    return HttpSchemaRegistry.of(RegistryOptions.of(options));
  }

  @Test
  void readsASchemaById() {
    server.on(
        "/api/schemas/ids/7?fetchMaxId=false&subject=orders-value",
        json("{\"schema\": \"\\\"int\\\"\"}"));

    RegisteredSchema schema = registry.schema(7, "orders-value");

    assertThat(schema.id()).isEqualTo(7);
    assertThat(schema.kind()).isEqualTo(SchemaKind.AVRO);
    assertThat(schema.text()).isEqualTo("\"int\"");
    assertThat(schema.references()).isEmpty();
    assertThat(server.asked().get(0).header("Accept")).contains("schemaregistry.v1+json");
  }

  @Test
  void namesASubjectWithItsContext() {
    server.on(
        "/api/schemas/ids/7?fetchMaxId=false&subject=:.lab:a%2Fb%20c",
        json("{\"schema\": \"{}\", \"schemaType\": \"JSON\"}"));

    assertThat(registry.schema(7, ":.lab:a/b c").kind()).isEqualTo(SchemaKind.JSON);
  }

  @Test
  void asksInTheContextOfTheOptions() {
    SchemaRegistry lab = registry(Map.of("url", server.url().toString(), "context", ".lab"));
    server.on("/contexts/.lab/schemas/ids/7?fetchMaxId=false", json("{\"schema\": \"x\"}"));

    assertThat(lab.schema(7, "").text()).isEqualTo("x");
  }

  @Test
  void readsVersionsOfASubject() {
    server.on("/api/subjects/s/versions", json("[3, 1, 2]"));
    server.on(
        "/api/subjects/s/versions/2",
        json("{\"subject\": \"s\", \"version\": 2, \"id\": 9, \"schema\": \"two\"}"));
    server.on(
        "/api/subjects/s/versions/latest",
        json("{\"id\": 11, \"schema\": \"new\", \"schemaType\": \"PROTOBUF\"}"));

    assertThat(registry.versions("s")).containsExactly(1, 2, 3);
    assertThat(registry.version("s", 2))
        .isEqualTo(new RegisteredSchema(9, SchemaKind.AVRO, "two", Map.of()));
    assertThat(registry.latest("s"))
        .isEqualTo(new RegisteredSchema(11, SchemaKind.PROTOBUF, "new", Map.of()));
  }

  @ParameterizedTest
  @ValueSource(ints = {40401, 40402, 40403, 40406})
  void saysThatThereIsNoSuchSchema(int code) {
    server.always(error(404, code, "not here"));

    assertThatThrownBy(() -> registry.schema(7, "s"))
        .isInstanceOf(UnknownSchemaException.class)
        .hasMessageContaining(server.url() + "/api")
        .hasMessageContaining("/schemas/ids/7")
        .hasMessageContaining("not here");
    assertThatThrownBy(() -> registry.latest("s")).isInstanceOf(UnknownSchemaException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "401, basic.auth",
    "403, right to read schemas",
    "404, /apis/ccompat/v7",
    "422, check that the url",
    "500, status 500",
  })
  void takesOtherStatusesForNoAnswer(int status, String advice) {
    server.always(error(status, status * 100, "because so"));

    assertThatThrownBy(() -> registry.schema(7, "s"))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining(server.url() + "/api")
        .hasMessageContaining("GET /schemas/ids/7")
        .hasMessageContaining("because so")
        .hasMessageContaining(advice);
  }

  @Test
  void takesAWebPageForNoAnswer() {
    server.always(status(200, "text/html", "<html>Please log in, secret=4711</html>"));

    assertThatThrownBy(() -> registry.schema(7, "s"))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("text/html")
        .hasMessageContaining("proxy or login page")
        .hasMessageNotContaining("4711");
  }

  @Test
  void takesAnUnknownPathForNoAnswer() {
    server.always(status(404, "text/html", "<html>nothing here</html>"));

    assertThatThrownBy(() -> registry.schema(7, "s"))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("check the path");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"schema\": 1}",
        "{\"schema\": \"x\"",
        "{\"schema\": \"x\"} {}",
        "{\"schema\": \"x\", \"id\": 8}",
        "{\"schema\": \"x\", \"references\": [{\"name\": \"n\"}]}",
      })
  void takesALieForNoAnswer(String body) {
    server.always(json(body));

    assertThatThrownBy(() -> registry.schema(7, "s"))
        .isInstanceOf(RegistryUnavailableException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[1, \"two\"]", "1"})
  void takesVersionsThatAreNoneForNoAnswer(String body) {
    server.always(json(body));

    assertThatThrownBy(() -> registry.versions("s"))
        .isInstanceOf(RegistryUnavailableException.class);
  }

  @Test
  void wantsTheIdOfAVersion() {
    server.always(json("{\"schema\": \"x\"}"));

    assertThatThrownBy(() -> registry.latest("s"))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("no number under id");
  }

  @Test
  void doesNotKnowAnotherLanguage() {
    server.always(json("{\"schema\": \"x\", \"schemaType\": \"THRIFT\"}"));

    assertThatThrownBy(() -> registry.schema(7, "s"))
        .isInstanceOf(UnknownSchemaException.class)
        .hasMessageContaining("neither AVRO nor PROTOBUF nor JSON");
  }

  @Test
  void sendsTheHeadersOfTheOptions() {
    SchemaRegistry other =
        registry(
            Map.of(
                "url", server.url().toString(),
                "request.header.X-Team", "sea",
                "bearer.auth.logical.cluster", "lsrc-1"));
    server.always(json("{\"schema\": \"x\"}"));

    other.schema(7, "s");

    assertThat(server.asked().get(0).header("X-team")).isEqualTo("sea");
    assertThat(server.asked().get(0).header("Target-sr-cluster")).isEqualTo("lsrc-1");
  }
}
