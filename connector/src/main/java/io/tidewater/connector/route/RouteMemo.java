/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.route;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Remembers the routes of the names seen last, so that a name is worked out once. */
final class RouteMemo {
  private static final int CAPACITY = 16_384;

  private final Map<String, Route> routes =
      Collections.synchronizedMap(
          new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Route> eldest) {
              return size() > CAPACITY;
            }
          });

  Route of(String name, Function<String, Route> work) {
    return routes.computeIfAbsent(name, work);
  }
}
