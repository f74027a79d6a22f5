/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.connect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidewater.testing.http.HttpAnswer;
import io.tidewater.testing.http.JsonClient;
import io.tidewater.testing.process.Patience;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Requests to a worker; asks again while the worker says that it is too early. */
final class RestCalls {
  private static final Duration TIMEOUT = Duration.ofSeconds(100);
  private static final Patience EARLY = Patience.of(Duration.ofSeconds(60));
  private static final int CONFLICT = 409;

  private final ObjectMapper mapper = new ObjectMapper();
  private final URI uri;
  private final JsonClient client;

  RestCalls(URI uri) {
    this.uri = uri;
    this.client = new JsonClient(uri, TIMEOUT);
  }

  ObjectMapper mapper() {
    return mapper;
  }

  JsonNode get(String path) {
    return exchange("GET", path, "");
  }

  JsonNode call(String method, String path) {
    return exchange(method, path, "");
  }

  JsonNode call(String method, String path, Object body) {
    return exchange(method, path, written(body));
  }

  private JsonNode exchange(String method, String path, String body) {
    String request = method + " " + uri + path;
    HttpAnswer answer =
        EARLY.until(
            () -> Optional.of(send(method, path, body)).filter(got -> !isTooEarly(got)),
            () ->
                new ConnectRestException(
                    request,
                    new HttpAnswer(CONFLICT, "still rebalancing, or still stopping tasks")));
    if (!answer.isSuccess()) {
      throw new ConnectRestException(request, answer);
    }
    return read(request, answer);
  }

  private HttpAnswer send(String method, String path, String body) {
    try {
      return client.send(method, path, body);
    } catch (IOException e) {
      throw new ConnectRestException(method + " " + uri + path + " had no answer: " + e, e);
    }
  }

  /**
   * Workers answer so while a rebalance is under way, and to changes of offsets while the tasks of
   * a stopped connector are still leaving their group. An existing name is a conflict too.
   */
  private static boolean isTooEarly(HttpAnswer answer) {
    return (answer.status() == CONFLICT && answer.body().contains("rebalance"))
        || (!answer.isSuccess() && answer.body().contains("haven't stopped completely yet"));
  }

  private JsonNode read(String request, HttpAnswer answer) {
    try {
      return mapper.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new ConnectRestException(request + " was not answered with JSON: " + answer.body(), e);
    }
  }

  private String written(Object body) {
    try {
      return mapper.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Cannot be written as JSON: " + body, e);
    }
  }
}
