/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What holds for the addresses of web servers. */
final class WebAddress {
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private WebAddress() {}

  /**
   * Takes only an address that can be asked and shown.
   *
   * @throws IllegalArgumentException if it is not absolute, not http or https, or holds a password;
   *     the message shows nothing of it then
   */
  static URI check(URI address) {
    Objects.requireNonNull(address, "address");
    if (address.getRawUserInfo() != null) {
      throw new IllegalArgumentException("an address here holds no user and password");
    }
    String scheme = scheme(address);
    if (address.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
      throw new IllegalArgumentException(
          "not the address of a web server, as http://host:port is: " + address);
    }
    return address;
  }

  /** An address without user, password and query, for messages. */
  static String shown(URI address) {
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    String path = address.getRawPath() == null ? "" : address.getRawPath();
    return scheme(address) + "://" + address.getHost() + port + path;
  }

  /** Whether two addresses are of the same server: what may be said to one may be to the other. */
  static boolean sameServer(URI one, URI other) {
    return sameScheme(one, other)
        && port(one) == port(other)
        && lower(one.getHost()).equals(lower(other.getHost()));
  }

  static boolean sameScheme(URI one, URI other) {
    return scheme(one).equals(scheme(other));
  }

  private static int port(URI address) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return scheme(address).equals("https") ? HTTPS_PORT : HTTP_PORT;
  }

  private static String scheme(URI address) {
    return lower(address.getScheme());
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
