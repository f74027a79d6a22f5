/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.store.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;

/** Properties as one column: a JSON object, its keys in order. */
final class PropertiesColumn {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, String>> PROPERTIES = new TypeReference<>() {};

  private PropertiesColumn() {}

  static String of(Map<String, String> properties) {
    try {
      return JSON.writeValueAsString(new TreeMap<>(properties));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Properties cannot be written as JSON", e);
    }
  }

  static Map<String, String> read(String column) {
    try {
      return JSON.readValue(column, PROPERTIES);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "The catalog's database holds properties that are no JSON", e);
    }
  }
}
