/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.examples.quickstart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/**
 * A connector as Connect's REST API takes it.
 *
 * @param name the connector's name
 * @param config its configuration
 */
record ConnectorFile(String name, Map<String, String> config) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  static ConnectorFile parse(String json) {
    try {
      return JSON.readValue(json, ConnectorFile.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a connector: " + e.getOriginalMessage(), e);
    }
  }

  /** The one topic that the connector reads. */
  String topic() {
    String topic = config.get("topics");
    if (topic == null || topic.contains(",")) {
      throw new IllegalArgumentException("the quickstart needs one topic in: topics=" + topic);
    }
    return topic;
  }
}
