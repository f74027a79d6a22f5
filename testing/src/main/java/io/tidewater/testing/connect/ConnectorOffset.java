/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The position of a sink connector in one topic partition.
 *
 * @param next the first offset that the connector has not consumed
 */
public record ConnectorOffset(String topic, int partition, long next) {
  static ConnectorOffset of(JsonNode json) {
    JsonNode partition = json.path("partition");
    return new ConnectorOffset(
        partition.path("kafka_topic").asText(),
        partition.path("kafka_partition").asInt(),
        json.path("offset").path("kafka_offset").asLong());
  }

  ObjectNode toJson(ObjectMapper mapper) {
    ObjectNode json = mapper.createObjectNode();
    json.putObject("partition").put("kafka_topic", topic).put("kafka_partition", partition);
    json.putObject("offset").put("kafka_offset", next);
    return json;
  }
}
