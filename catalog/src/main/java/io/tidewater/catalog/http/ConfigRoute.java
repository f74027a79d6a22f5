/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.rest.Endpoint;
import org.apache.iceberg.rest.RESTCatalogProperties;
import org.apache.iceberg.rest.responses.ConfigResponse;

/**
 * The first thing that a client asks for: its settings, and what this server can do. Not itself in
 * the list, since who does not know it cannot ask.
 */
record ConfigRoute(Map<String, String> defaults, List<Endpoint> endpoints) {
  private static final Endpoint ENDPOINT = Endpoint.create("GET", "/v1/config");

  Route route() {
    byte[] config =
        Json.write(
            ConfigResponse.builder()
                .withDefaults(new HashMap<>(defaults))
                .withOverride(RESTCatalogProperties.NAMESPACE_SEPARATOR, PathDecoding.SEPARATOR)
                .withEndpoints(endpoints)
                .build());
    return new Route(ENDPOINT, request -> RestResponse.ok(config));
  }
}
