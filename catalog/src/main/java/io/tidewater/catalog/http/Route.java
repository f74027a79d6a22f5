/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.http;

import org.apache.iceberg.rest.Endpoint;

/**
 * An operation of the protocol that this server has.
 *
 * @param endpoint its method and path, as the protocol names it
 * @param action what it does
 */
record Route(Endpoint endpoint, Action action) {
  /** Carries out a request. */
  @FunctionalInterface
  interface Action {
    RestResponse run(RestRequest request);
  }
}
