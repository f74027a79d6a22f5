/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.http;

/** No operation answers to this method and path. */
final class NoSuchRouteException extends RuntimeException {
  private final int status;

  private NoSuchRouteException(int status, String message) {
    super(message);
    this.status = status;
  }

  static NoSuchRouteException path(String path) {
    return new NoSuchRouteException(404, "This catalog has no operation at " + path);
  }

  static NoSuchRouteException method(String method, String path, String allowed) {
    return new NoSuchRouteException(
        405, "%s is not possible at %s, only %s is".formatted(method, path, allowed));
  }

  int status() {
    return status;
  }
}
