/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.redrive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A connector's configuration, as a file that Connect's REST interface would take. */
final class ConnectorJson {
  private ConnectorJson() {}

  /**
   * Reads the options: the object itself, or its member {@code config}.
   *
   * @throws IllegalArgumentException saying what is wrong with the file
   */
  static Map<String, String> read(Path file) {
    JsonNode root;
    try {
      root = new ObjectMapper().readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "%s is no JSON: %s".formatted(file, e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new IllegalArgumentException("%s cannot be read: %s".formatted(file, e), e);
    }
    JsonNode config = root.path("config").isObject() ? root.path("config") : root;
    if (!config.isObject()) {
      throw new IllegalArgumentException(
          file + " is no configuration of a connector: an object of options is expected");
    }
    Map<String, String> options = new TreeMap<>();
    if (root.path("name").isTextual()) {
      options.put("name", root.path("name").asText());
    }
    config.properties().forEach(option -> options.put(option.getKey(), option.getValue().asText()));
    return options;
  }
}
