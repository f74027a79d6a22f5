/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidewater.format.ledger.TableHistory.PropertyLedger;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The ledger's JSON form: {@code {"v":1,"topics":{"orders":{"id":"…","next":{"0":42}}}}}. As a
 * table property it has the members {@code snapshot-id} and {@code told-by-rows} besides.
 */
final class LedgerJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int VERSION = 1;

  private LedgerJson() {}

  static String write(Ledger ledger) {
    return tree(ledger).toString();
  }

  static String write(PropertyLedger property) {
    return tree(property.ledger())
        .put("snapshot-id", property.snapshotId())
        .put("told-by-rows", property.toldByRows())
        .toString();
  }

  static Ledger readLedger(String text) {
    return ledger(parse(text), text);
  }

  static PropertyLedger readProperty(String text) {
    JsonNode root = parse(text);
    JsonNode snapshotId = root.get("snapshot-id");
    if (snapshotId == null || !snapshotId.isIntegralNumber()) {
      throw new MalformedLedgerException("no snapshot-id", text);
    }
    return new PropertyLedger(
        snapshotId.longValue(), ledger(root, text), root.path("told-by-rows").asBoolean(true));
  }

  private static ObjectNode tree(Ledger ledger) {
    ObjectNode root = JSON.createObjectNode().put("v", VERSION);
    ObjectNode topics = root.putObject("topics");
    ledger
        .topics()
        .forEach(
            (topic, offsets) -> {
              ObjectNode node = topics.putObject(topic);
              if (offsets.id().isKnown()) {
                node.put("id", offsets.id().text());
              }
              ObjectNode next = node.putObject("next");
              offsets.next().forEach((partition, offset) -> next.put(partition.toString(), offset));
            });
    return root;
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new MalformedLedgerException("not JSON", text, e);
    }
  }

  private static Ledger ledger(JsonNode root, String text) {
    if (root.path("v").asInt() != VERSION || !root.path("topics").isObject()) {
      throw new MalformedLedgerException("expected version " + VERSION + " with topics", text);
    }
    SortedMap<String, TopicOffsets> topics = new TreeMap<>();
    for (Map.Entry<String, JsonNode> topic : root.get("topics").properties()) {
      topics.put(topic.getKey(), offsets(topic.getValue(), text));
    }
    return new Ledger(topics);
  }

  private static TopicOffsets offsets(JsonNode topic, String text) {
    SortedMap<Integer, Long> next = new TreeMap<>();
    for (Map.Entry<String, JsonNode> partition : topic.path("next").properties()) {
      if (!partition.getValue().isIntegralNumber()) {
        throw new MalformedLedgerException("offset is no integer", text);
      }
      try {
        next.put(Integer.valueOf(partition.getKey()), partition.getValue().longValue());
      } catch (NumberFormatException e) {
        throw new MalformedLedgerException("partition is no integer", text, e);
      }
    }
    return new TopicOffsets(new TopicId(topic.path("id").asText("")), next);
  }
}
