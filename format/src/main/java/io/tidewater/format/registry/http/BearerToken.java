/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import java.util.regex.Pattern;

/** What a bearer token looks like (RFC 6750, 2.1). */
final class BearerToken {
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");

  private BearerToken() {}

  static boolean isOne(String text) {
    return TOKEN.matcher(text).matches();
  }
}
