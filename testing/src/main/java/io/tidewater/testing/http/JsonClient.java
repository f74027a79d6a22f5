/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends JSON to one server and returns its answers, whatever their status. Thread-safe. */
public final class JsonClient {
  private final URI base;
  private final Duration timeout;
  private final HttpClient client;

  /**
   * A client of one server.
   *
   * @param base the server's root; paths are appended to it
   * @param timeout how long to wait for each answer
   */
  public JsonClient(URI base, Duration timeout) {
    this.base = base;
    this.timeout = timeout;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout)
            .build();
  }

  public HttpAnswer get(String path) throws IOException {
    return send(request(path).GET());
  }

  public HttpAnswer delete(String path) throws IOException {
    return send(request(path).DELETE());
  }

  /** Sends a body with any method; an empty body is sent as none. */
  public HttpAnswer send(String method, String path, String body) throws IOException {
    HttpRequest.BodyPublisher publisher =
        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    return send(request(path).header("Content-Type", "application/json").method(method, publisher));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(timeout)
        .header("Accept", "application/json");
  }

  private HttpAnswer send(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      return new HttpAnswer(response.statusCode(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting for " + base, e);
    }
  }
}
