/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import java.net.URI;
import java.util.Objects;

/** How to be let into a registry. */
public sealed interface Credentials {
  /** Nobody asks who it is. */
  record None() implements Credentials {}

  /** Basic authentication. */
  record Basic(String user, Secret password) implements Credentials {
    public Basic {
      Objects.requireNonNull(user, "user");
      Objects.requireNonNull(password, "password");
      if (user.contains(":")) {
        throw new IllegalArgumentException("a user's name has no colon");
      }
    }
  }

  /** A bearer token that does not change. */
  record Bearer(Secret token) implements Credentials {
    public Bearer {
      if (!BearerToken.isOne(token.reveal())) {
        throw new IllegalArgumentException(
            "the bearer token is empty, or has blanks or line ends in it");
      }
    }
  }

  /**
   * Bearer tokens from an OAuth2 token endpoint, by the client credentials grant (RFC 6749, 4.4).
   *
   * @param tokenEndpoint where tokens are given
   * @param scope the scopes to ask for, separated by blanks; empty for the endpoint's default
   */
  record ClientCredentials(URI tokenEndpoint, String clientId, Secret clientSecret, String scope)
      implements Credentials {
    public ClientCredentials {
      WebAddress.check(tokenEndpoint);
      Objects.requireNonNull(clientId, "clientId");
      Objects.requireNonNull(clientSecret, "clientSecret");
      Objects.requireNonNull(scope, "scope");
    }
  }
}
