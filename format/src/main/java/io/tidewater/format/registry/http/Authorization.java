/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import io.tidewater.format.registry.http.Credentials.Basic;
import io.tidewater.format.registry.http.Credentials.Bearer;
import io.tidewater.format.registry.http.Credentials.ClientCredentials;
import io.tidewater.format.registry.http.Credentials.None;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/** What requests show to be let in. Thread-safe. */
interface Authorization {
  /**
   * The value of the Authorization header; empty for none.
   *
   * @throws NoAnswerException if it comes from a token endpoint that gives none
   */
  Optional<Secret> header() throws NoAnswerException, InterruptedException;

  /** Forgets a header that was refused. Says whether there may be another one. */
  boolean renew(Secret refused);

  static Authorization of(Credentials credentials, Exchange exchange, InstantSource clock) {
    if (credentials instanceof ClientCredentials client) {
      return new OAuthTokens(client, exchange, clock);
    }
    return new Fixed(fixedHeader(credentials));
  }

  private static Optional<Secret> fixedHeader(Credentials credentials) {
    if (credentials instanceof Basic basic) {
      return Optional.of(basic(basic.user(), basic.password()));
    }
    if (credentials instanceof Bearer bearer) {
      return Optional.of(new Secret("Bearer " + bearer.token().reveal()));
    }
    if (credentials instanceof None) {
      return Optional.empty();
    }
    throw new IllegalArgumentException(
        "no fixed header for " + credentials.getClass().getSimpleName());
  }

  /** The header of basic authentication, in UTF-8 (RFC 7617). */
  static Secret basic(String user, Secret password) {
    byte[] pair = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
    return new Secret("Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /** A header that does not change. */
  record Fixed(Optional<Secret> header) implements Authorization {
    @Override
    public boolean renew(Secret refused) {
      return false;
    }
  }
}
