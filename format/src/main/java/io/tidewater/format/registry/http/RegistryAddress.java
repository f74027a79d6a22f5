/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import java.net.URI;
import java.util.List;

/**
 * Where a registry is.
 *
 * @param urls servers of the same registry, without user and password; if one fails, the next is
 *     asked
 * @param context the context that everything is asked in, such as {@code .lab}; empty for the
 *     default one, with subjects that may name their own as {@code :.lab:orders-value}
 */
public record RegistryAddress(List<URI> urls, String context) {
  /**
   * @throws IllegalArgumentException if there is no url, one is not of http or https or holds a
   *     password, or the context does not begin with a dot
   */
  public RegistryAddress {
    urls = List.copyOf(urls);
    if (urls.isEmpty()) {
      throw new IllegalArgumentException("a registry has a url");
    }
    urls.forEach(WebAddress::check);
    if (!context.isEmpty() && !context.matches("\\.[^:/?#\\s]*")) {
      throw new IllegalArgumentException(
          "a context begins with a dot and has no colon or slash, unlike " + context);
    }
  }

  /** A registry of one server, in its default context. */
  public static RegistryAddress of(URI url) {
    return new RegistryAddress(List.of(url), "");
  }
}
