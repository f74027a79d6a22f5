/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Optional;

/** One address of a registry. Thread-safe. */
final class RegistryServer {
  private static final int MOST_REDIRECTIONS = 3;
  private static final int UNAUTHORIZED = 401;
  private static final String ACCEPT =
      "application/vnd.schemaregistry.v1+json, application/vnd.schemaregistry+json;q=0.9,"
          + " application/json;q=0.8";

  private final URI base;
  private final Map<String, String> headers;
  private final Authorization authorization;
  private final Exchange exchange;

  /**
   * @param base the registry's root, or that of a context in it
   * @param headers what every request carries
   */
  RegistryServer(
      URI base, Map<String, String> headers, Authorization authorization, Exchange exchange) {
    this.base = base;
    this.headers = headers;
    this.authorization = authorization;
    this.exchange = exchange;
  }

  /** The address for messages. */
  String shown() {
    return WebAddress.shown(base);
  }

  /**
   * Asks once; with another token, if there is one, once more.
   *
   * @param path what follows the registry's root, with a slash first, encoded
   * @throws io.tidewater.format.registry.UnknownSchemaException if it says that there is no such
   *     thing
   */
  JsonNode ask(String path) throws NoAnswerException, InterruptedException {
    URI target = URI.create(base + path);
    Optional<Secret> shown = authorization.header();
    Answer answer = follow(target, shown);
    if (answer.status() == UNAUTHORIZED && shown.isPresent() && authorization.renew(shown.get())) {
      answer = follow(target, authorization.header());
    }
    return AnswerReader.read(answer);
  }

  private Answer follow(URI target, Optional<Secret> shown)
      throws NoAnswerException, InterruptedException {
    URI at = target;
    for (int hop = 0; hop <= MOST_REDIRECTIONS; hop++) {
      Answer answer = exchange.send(request(at, WebAddress.sameServer(target, at), shown));
      Optional<String> redirection = answer.redirection();
      if (redirection.isEmpty()) {
        return answer;
      }
      at = next(at, redirection.get());
    }
    throw NoAnswerException.lasting(
        "more than " + MOST_REDIRECTIONS + " redirections; set the url to where they end", null);
  }

  private static URI next(URI at, String location) throws NoAnswerException {
    URI next;
    try {
      next = WebAddress.check(at.resolve(location));
    } catch (IllegalArgumentException e) {
      throw NoAnswerException.lasting("a redirection to what is no address", null);
    }
    if (!WebAddress.sameScheme(at, next)) {
      throw NoAnswerException.lasting(
          "a redirection to "
              + WebAddress.shown(next)
              + ", from http to https or back, which is not followed; set the url to where it leads",
          null);
    }
    return next;
  }

  /** What lets us in is told to nobody but the registry's own host. */
  private HttpRequest request(URI address, boolean trusted, Optional<Secret> shown) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", ACCEPT).GET();
    if (trusted) {
      headers.forEach(request::setHeader);
      shown.ifPresent(header -> request.setHeader("Authorization", header.reveal()));
    }
    return request.build();
  }
}
