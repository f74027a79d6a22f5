/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A client of a Connect cluster's REST interface. Thread-safe.
 *
 * <p>Requests are repeated while the cluster rebalances. Whatever else a worker refuses is thrown
 * as {@link ConnectRestException} with the worker's own words.
 */
public final class ConnectRest {
  private final RestCalls calls;

  private ConnectRest(RestCalls calls) {
    this.calls = calls;
  }

  /** A client of any worker, started by these fixtures or not. */
  public static ConnectRest of(URI worker) {
    return new ConnectRest(new RestCalls(worker));
  }

  /** The release of Kafka Connect that answers. */
  public String version() {
    return calls.get("/").path("version").asText();
  }

  /** Connectors, converters, transformations and all else that the worker can load. */
  public List<ConnectPlugin> plugins() {
    JsonNode plugins = calls.get("/connector-plugins?connectorsOnly=false");
    return StreamSupport.stream(plugins.spliterator(), false).map(ConnectPlugin::of).toList();
  }

  /** Names of the connectors that exist. */
  public List<String> connectors() {
    return StreamSupport.stream(calls.get("/connectors").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  /** A connector that may exist or not. */
  public Connector connector(String name) {
    return new Connector(name, calls);
  }

  /**
   * Creates a connector and returns when it is accepted, which is before it runs.
   *
   * @throws ConnectRestException with status 409 if one of that name exists, 400 if the
   *     configuration is bad
   */
  public Connector create(String name, Map<String, String> configuration) {
    calls.call("POST", "/connectors", Map.of("name", name, "config", configuration));
    return connector(name);
  }

  /** Has a plugin check a configuration without creating a connector. */
  public ConfigValidation validate(Map<String, String> configuration) {
    String plugin =
        Optional.ofNullable(configuration.get("connector.class"))
            .orElseThrow(() -> new IllegalArgumentException("No connector.class to ask"));
    Map<String, String> named = new HashMap<>(configuration);
    named.putIfAbsent("name", "validated");
    return ConfigValidation.of(
        calls.call("PUT", "/connector-plugins/" + plugin + "/config/validate", named));
  }
}
