/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.http;

import io.tidewater.catalog.store.Page;
import io.tidewater.catalog.store.PageRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.apache.iceberg.exceptions.BadRequestException;
import org.jspecify.annotations.Nullable;

/**
 * Pages as the protocol asks for them. A token is the last name of the page before, so pages stay
 * right while names come and go, and any server can answer. Who sends no token and no size wants
 * everything.
 */
final class Pagination {
  private static final int DEFAULT_SIZE = 1_000;
  private static final int LARGEST_SIZE = 10_000;

  private Pagination() {}

  static PageRequest requested(RestRequest request) {
    Optional<String> token = request.parameter("pageToken");
    Optional<Integer> size = request.parameter("pageSize").map(Pagination::size);
    if (token.isEmpty() && size.isEmpty()) {
      return PageRequest.EVERYTHING;
    }
    return new PageRequest(
        token.filter(text -> !text.isEmpty()).map(Pagination::name), size.orElse(DEFAULT_SIZE));
  }

  /** The token of the page after this one; null, as the protocol's messages have it, for none. */
  static @Nullable String nextToken(Page<?> page) {
    return page.next()
        .map(
            name ->
                Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(name.getBytes(StandardCharsets.UTF_8)))
        .orElse(null);
  }

  private static String name(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(e, "This catalog never gave the page token %s", token);
    }
  }

  private static int size(String text) {
    try {
      int size = Integer.parseInt(text);
      if (size >= 1) {
        return Math.min(size, LARGEST_SIZE);
      }
    } catch (NumberFormatException e) {
      // Refused below, as a number that is too small is.
    }
    throw new BadRequestException("pageSize is a number from 1 on, but came as %s", text);
  }
}
