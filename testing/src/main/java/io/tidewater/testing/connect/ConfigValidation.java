/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * A plugin's verdict on a configuration.
 *
 * @param errors what is wrong, for each option with an error
 */
public record ConfigValidation(Map<String, List<String>> errors) {
  public ConfigValidation {
    errors = Map.copyOf(errors);
  }

  static ConfigValidation of(JsonNode json) {
    Map<String, List<String>> errors = new LinkedHashMap<>();
    for (JsonNode option : json.path("configs")) {
      JsonNode value = option.path("value");
      List<String> messages =
          StreamSupport.stream(value.path("errors").spliterator(), false)
              .map(JsonNode::asText)
              .toList();
      if (!messages.isEmpty()) {
        errors.put(value.path("name").asText(), messages);
      }
    }
    return new ConfigValidation(errors);
  }

  public boolean isValid() {
    return errors.isEmpty();
  }

  /** All messages, whatever option they belong to. */
  public List<String> messages() {
    return errors.values().stream().flatMap(Collection::stream).toList();
  }
}
