/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.rest.Endpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The protocol as it is on the wire, where Iceberg's client does not look. */
class ProtocolIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TABLE =
      """
      {"name":"%s","schema":{"type":"struct","fields":[
        {"id":1,"name":"id","required":true,"type":"long"}]}}
      """;

  @TempDir private Path directory;
  private final HttpClient http = HttpClient.newHttpClient();
  private RunningCatalog catalog;

  @BeforeEach
  void start() throws Exception {
    catalog = RunningCatalog.in(directory);
    post("/v1/namespaces", "{\"namespace\":[\"sea\"]}");
  }

  @AfterEach
  void stop() {
    catalog.close();
  }

  @Test
  void hasEveryOperationThatItAdvertises() throws Exception {
    JsonNode endpoints = json(get("/v1/config?warehouse=anything")).get("endpoints");

    assertThat(endpoints).hasSizeGreaterThan(20);
    for (JsonNode endpoint : endpoints) {
      Endpoint operation = Endpoint.fromString(endpoint.asText());
      String path =
          operation
              .path()
              .replace("/{prefix}", "")
              .replace("{namespace}", "nowhere")
              .replace("{table}", "nothing")
              .replace("{view}", "nothing");
      HttpResponse<String> response = send(operation.httpMethod(), path, "");
      assertThat(response.statusCode()).as(endpoint.asText()).isNotIn(405, 406, 500, 501, 503);
      assertThat(response.body()).doesNotContain("has no operation");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    /v1/namespaces/nowhere,            404, NoSuchNamespaceException",
    "GET,    /v1/namespaces/sea/tables/nothing, 404, NoSuchTableException",
    "GET,    /v1/namespaces/sea/views/nothing,  404, NoSuchViewException",
    "GET,    /v1/namespaces/system,             404, NoSuchNamespaceException",
    "GET,    /v1/nonsense,                      404, NoSuchRouteException",
    "PATCH,  /v1/namespaces,                    405, NoSuchRouteException",
    "POST,   /v1/namespaces,                    400, BadRequestException",
    "GET,    /v1/namespaces?pageSize=none,      400, BadRequestException",
    "POST,   /v1/transactions/commit,           400, BadRequestException",
    "POST,   /v1/oauth/tokens,                  404, NoSuchRouteException",
  })
  void answersEveryErrorInOneShape(String method, String path, int status, String type)
      throws Exception {
    HttpResponse<String> response = send(method, path, "");

    JsonNode error = json(response).get("error");
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(error.get("code").asInt()).isEqualTo(status);
    assertThat(error.get("type").asText()).isEqualTo(type);
    assertThat(error.get("message").asText()).isNotBlank();
  }

  @Test
  void answersWhatIsNoHttpInTheSameShape() throws IOException {
    String response =
        raw("GET /v1/namespaces/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    assertThat(response).startsWith("HTTP/1.1 400").contains("{\"error\":{\"message\":");
  }

  @Test
  void existsWithoutBody() throws Exception {
    assertThat(send("HEAD", "/v1/namespaces/sea", "").statusCode()).isEqualTo(204);
    assertThat(send("HEAD", "/v1/namespaces/nowhere", "").statusCode()).isEqualTo(404);
    assertThat(send("HEAD", "/v1/namespaces/nowhere", "").body()).isEmpty();
  }

  @Test
  void sendsTableOnceToWhoHasItAlready() throws Exception {
    post("/v1/namespaces/sea/tables", TABLE.formatted("orders"));
    String path = "/v1/namespaces/sea/tables/orders";
    String etag = get(path).headers().firstValue("ETag").orElseThrow();

    assertThat(conditional(path, etag).statusCode()).isEqualTo(304);
    assertThat(conditional(path, "\"other\"").statusCode()).isEqualTo(200);
    assertThat(conditional(path + "?snapshots=refs", etag).statusCode())
        .as("another representation")
        .isEqualTo(200);

    post(
        path,
        "{\"requirements\":[],\"updates\":[{\"action\":\"set-properties\",\"updates\":{\"a\":\"1\"}}]}");
    assertThat(conditional(path, etag).statusCode()).isEqualTo(200);
  }

  @Test
  void stagesWithoutLocationAndLeavesNoTrace() throws Exception {
    String staged = TABLE.formatted("staged").replaceFirst("\\{", "{\"stage-create\":true,");
    JsonNode table = json(post("/v1/namespaces/sea/tables", staged));

    assertThat(table.get("metadata-location").isNull()).isTrue();
    assertThat(table.at("/metadata/location").asText()).contains("/warehouse/sea/staged-");
    assertThat(get("/v1/namespaces/sea/tables/staged").statusCode()).isEqualTo(404);
  }

  @Test
  void pagesThroughLists() throws Exception {
    for (int i = 0; i < 5; i++) {
      post("/v1/namespaces/sea/tables", TABLE.formatted("t" + i));
    }
    List<String> names = new ArrayList<>();
    String token = "";
    do {
      JsonNode page = json(get("/v1/namespaces/sea/tables?pageSize=2&pageToken=" + token));
      page.get("identifiers").forEach(table -> names.add(table.get("name").asText()));
      token = page.path("next-page-token").asText("null");
    } while (!token.equals("null"));

    assertThat(names).containsExactly("t0", "t1", "t2", "t3", "t4");
  }

  @Test
  void takesMetricsReportsAndRefusesWhatIsNone() throws Exception {
    String path = "/v1/namespaces/sea/tables/orders/metrics";
    String report =
        """
        {"report-type":"commit-report","table-name":"sea.orders","snapshot-id":1,
         "sequence-number":1,"operation":"append","metrics":{}}
        """;

    assertThat(post(path, report).statusCode()).isEqualTo(204);
    assertThat(post(path, "{}").statusCode()).isEqualTo(400);
  }

  @Test
  void commitsNothingWhenOneUpdateIsUnknown() throws Exception {
    post("/v1/namespaces/sea/tables", TABLE.formatted("orders"));
    String path = "/v1/namespaces/sea/tables/orders";
    String before = json(get(path)).get("metadata-location").asText();

    HttpResponse<String> response =
        post(
            path,
            "{\"requirements\":[],\"updates\":[{\"action\":\"set-properties\",\"updates\":{\"a\":\"1\"}},{\"action\":\"turn-the-tide\"}]}");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(get(path)).get("metadata-location").asText()).isEqualTo(before);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send("GET", path, "");
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return send("POST", path, body);
  }

  private HttpResponse<String> conditional(String path, String etag) throws Exception {
    return http.send(
        HttpRequest.newBuilder(catalog.uri().resolve(path)).header("If-None-Match", etag).build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    URI uri = catalog.uri().resolve(path);
    return http.send(
        HttpRequest.newBuilder(uri).method(method, BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(catalog.uri().getHost(), catalog.uri().getPort());
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream()) {
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static JsonNode json(HttpResponse<String> response) throws IOException {
    return JSON.readTree(response.body());
  }
}
