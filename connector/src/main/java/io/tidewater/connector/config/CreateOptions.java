/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.connector.config;

import java.util.Map;

/**
 * How missing tables come into being.
 *
 * @param enabled whether they are created
 * @param formatVersion the version of Iceberg's table format, 2 or 3
 * @param properties the table properties that they get
 */
public record CreateOptions(boolean enabled, int formatVersion, Map<String, String> properties) {
  public CreateOptions {
    properties = Map.copyOf(properties);
  }
}
