/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.connect;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A plugin that a worker has found.
 *
 * @param className the plugin's class
 * @param type {@code sink}, {@code source}, {@code converter}, {@code transformation} or another of
 *     Connect's kinds
 * @param version as the plugin tells it
 */
public record ConnectPlugin(String className, String type, String version) {
  static ConnectPlugin of(JsonNode json) {
    return new ConnectPlugin(
        json.path("class").asText(), json.path("type").asText(), json.path("version").asText());
  }
}
