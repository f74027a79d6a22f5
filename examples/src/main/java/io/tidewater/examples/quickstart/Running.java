/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.quickstart;

import io.tidewater.examples.connection.Endpoints;
import io.tidewater.examples.kafka.KafkaSettings;
import io.tidewater.examples.table.CatalogSettings;
import io.tidewater.testing.connect.Connector;
import java.util.Map;
import java.util.Optional;

/**
 * What is up.
 *
 * @param endpoints where the servers listen
 * @param connector the sink
 */
record Running(Endpoints endpoints, Connector connector) {
  KafkaSettings kafka() {
    return new KafkaSettings(endpoints.bootstrapServers(), Map.of());
  }

  CatalogSettings catalog() {
    return new CatalogSettings(endpoints.catalogUri(), Map.of());
  }

  /** What has gone wrong with the sink, if something has. */
  Optional<String> failure() {
    return connector.status().failure();
  }
}
