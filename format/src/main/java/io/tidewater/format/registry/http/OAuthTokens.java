/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidewater.format.registry.http.Credentials.ClientCredentials;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tokens of an OAuth2 endpoint, fetched anew a while before the last one expires. */
final class OAuthTokens implements Authorization {
  /** Of a token's life, the part in which it is used. */
  private static final double USED_LIFE = 0.8;

  /** The life of a token whose endpoint does not tell it: short. */
  private static final double UNTOLD_SECONDS = 60;

  private final ClientCredentials client;
  private final Exchange exchange;
  private final InstantSource clock;
  private @Nullable Token token;

  OAuthTokens(ClientCredentials client, Exchange exchange, InstantSource clock) {
    this.client = client;
    this.exchange = exchange;
    this.clock = clock;
  }

  private record Token(Secret header, Instant renewal) {}

  @Override
  public synchronized Optional<Secret> header() throws NoAnswerException, InterruptedException {
    Token present = token;
    if (present == null || !clock.instant().isBefore(present.renewal())) {
      present = fetch();
      token = present;
    }
    return Optional.of(present.header());
  }

  @Override
  public synchronized boolean renew(Secret refused) {
    if (token != null && token.header().equals(refused)) {
      token = null;
    }
    return true;
  }

  private Token fetch() throws NoAnswerException, InterruptedException {
    Instant asked = clock.instant();
    try {
      return read(exchange.send(request()), asked);
    } catch (NoAnswerException e) {
      String message =
          "no token from " + WebAddress.shown(client.tokenEndpoint()) + ": " + e.what();
      throw e.isPassing()
          ? NoAnswerException.passing(message, e)
          : NoAnswerException.lasting(message, e);
    }
  }

  /** By RFC 6749 id and secret are encoded as in a form before they become user and password. */
  private HttpRequest request() {
    Secret secret = new Secret(encoded(client.clientSecret().reveal()));
    String scope = client.scope().isEmpty() ? "" : "&scope=" + encoded(client.scope());
    return HttpRequest.newBuilder(client.tokenEndpoint())
        .header("Authorization", Authorization.basic(encoded(client.clientId()), secret).reveal())
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Accept", "application/json")
        .POST(BodyPublishers.ofString("grant_type=client_credentials" + scope))
        .build();
  }

  private static Token read(Answer answer, Instant asked) throws NoAnswerException {
    if (!answer.isSuccess()) {
      throw refusal(answer);
    }
    JsonNode json = AnswerReader.object(answer);
    String token = json.path("access_token").asText();
    if (!BearerToken.isOne(token)) {
      throw NoAnswerException.lasting("an answer without access_token", null);
    }
    double seconds = json.path("expires_in").asDouble(UNTOLD_SECONDS);
    long used = (long) (Math.max(0, Math.min(seconds, Integer.MAX_VALUE)) * USED_LIFE);
    return new Token(new Secret("Bearer " + token), asked.plusSeconds(used));
  }

  private static NoAnswerException refusal(Answer answer) {
    if (answer.status() >= 500 || answer.status() == 429) {
      return NoAnswerException.busy(answer.shown(), answer.retryAfter());
    }
    return NoAnswerException.lasting(
        answer.shown()
            + "; check "
            + RegistryKey.TOKEN_ENDPOINT.key()
            + ", client id, secret and scope",
        null);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
