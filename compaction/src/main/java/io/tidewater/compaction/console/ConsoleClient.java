/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Looks through the window of a running service. */
public final class ConsoleClient {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI console;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  public ConsoleClient(URI console) {
    this.console = console;
  }

  /** How the service does. */
  public JsonNode status() throws IOException, InterruptedException {
    return get("/v1/status")
        .orElseThrow(() -> new IOException("no compaction service answers at " + console));
  }

  /** What is known of a table; empty if the service does not look after it. */
  public Optional<JsonNode> table(String name) throws IOException, InterruptedException {
    return get("/v1/tables/" + name.replace("%", "%25").replace(" ", "%20"));
  }

  private Optional<JsonNode> get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(console.resolve(path)).timeout(PATIENCE).build();
    HttpResponse<String> answer;
    try {
      answer = http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IOException(
          "no compaction service answers at %s (%s); name its console by --console"
              .formatted(console, e),
          e);
    }
    return answer.statusCode() == 200
        ? Optional.of(JSON.readTree(answer.body()))
        : Optional.empty();
  }
}
