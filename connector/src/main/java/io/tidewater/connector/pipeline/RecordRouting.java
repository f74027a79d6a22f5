/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.pipeline;

import io.tidewater.connector.route.RecordTypes;
import io.tidewater.connector.route.Route;
import io.tidewater.connector.route.Router;
import io.tidewater.format.registry.RegistryUnavailableException;
import io.tidewater.format.registry.UnknownSchemaException;
import io.tidewater.format.schema.UnsupportedSchemaException;
import io.tidewater.format.value.ValueMismatchException;
import org.apache.kafka.connect.sink.SinkRecord;

/** Routes records, those too whose type is unreadable or not known yet. */
final class RecordRouting {
  private final Router router;
  private final RecordTypes types;

  RecordRouting(Router router, RecordTypes types) {
    this.router = router;
    this.types = types;
  }

  Route route(SinkRecord record) {
    try {
      return router.route(record, types);
    } catch (ValueMismatchException | UnknownSchemaException | UnsupportedSchemaException e) {
      return Route.unreadable("the type of its value is unknown: " + e.getMessage());
    } catch (RegistryUnavailableException e) {
      return Route.later(String.valueOf(e.getMessage()));
    }
  }
}
