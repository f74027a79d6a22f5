/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The JSON form of a history: {@code
 * {"v":1,"schema-id":7,"names":{"3":["total","amount"]},"numbers":{"shop.Order":[[1,5,20]]}}}.
 *
 * <p>Numbers are runs: {@code [first number, its column id, how many]}, both counting up, since
 * most messages have fields in order.
 */
final class FieldHistoryJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int VERSION = 1;
  private static final int MOST_NUMBERS = 1_000_000;

  private FieldHistoryJson() {}

  static String write(FieldHistory history) {
    ObjectNode root = JSON.createObjectNode().put("v", VERSION);
    history.schemaId().ifPresent(id -> root.put("schema-id", id));
    if (!history.names().isEmpty()) {
      ObjectNode names = root.putObject("names");
      new TreeMap<>(history.names())
          .forEach((id, list) -> list.forEach(names.withArray("/" + id)::add));
    }
    if (!history.numbers().isEmpty()) {
      ObjectNode numbers = root.putObject("numbers");
      new TreeMap<>(history.numbers())
          .forEach((container, ids) -> writeRuns(numbers.putArray(container), ids));
    }
    return root.toString();
  }

  private static void writeRuns(ArrayNode runs, Map<Integer, Integer> ids) {
    int first = 0;
    int firstId = 0;
    int count = 0;
    for (Map.Entry<Integer, Integer> entry : new TreeMap<>(ids).entrySet()) {
      boolean continues =
          count > 0 && entry.getKey() == first + count && entry.getValue() == firstId + count;
      if (!continues) {
        writeRun(runs, first, firstId, count);
        first = entry.getKey();
        firstId = entry.getValue();
        count = 0;
      }
      count++;
    }
    writeRun(runs, first, firstId, count);
  }

  private static void writeRun(ArrayNode runs, int first, int firstId, int count) {
    if (count > 0) {
      runs.addArray().add(first).add(firstId).add(count);
    }
  }

  static FieldHistory read(String text) {
    JsonNode root = parse(text);
    if (!root.path("v").isInt()) {
      throw new MalformedHistoryException("it has no version", text);
    }
    if (root.get("v").intValue() != VERSION) {
      throw new MalformedHistoryException(
          "it has version " + root.get("v") + ", and this release knows " + VERSION, text);
    }
    JsonNode id = root.get("schema-id");
    if (id != null && !id.isInt()) {
      throw new MalformedHistoryException("schema-id is no integer", text);
    }
    return new FieldHistory(
        id == null ? OptionalInt.empty() : OptionalInt.of(id.intValue()),
        names(root.path("names"), text),
        numbers(root.path("numbers"), text));
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new MalformedHistoryException("it is no JSON", text, e);
    }
  }

  private static Map<Integer, List<String>> names(JsonNode node, String text) {
    Map<Integer, List<String>> names = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      List<String> list = new ArrayList<>();
      for (JsonNode name : entry.getValue()) {
        if (!name.isTextual()) {
          throw new MalformedHistoryException("a name is no text", text);
        }
        list.add(name.textValue());
      }
      try {
        names.put(Integer.valueOf(entry.getKey()), List.copyOf(list));
      } catch (NumberFormatException e) {
        throw new MalformedHistoryException("a column id is no integer", text, e);
      }
    }
    return names;
  }

  private static Map<String, Map<Integer, Integer>> numbers(JsonNode node, String text) {
    Map<String, Map<Integer, Integer>> numbers = new HashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      Map<Integer, Integer> ids = new HashMap<>();
      for (JsonNode run : entry.getValue()) {
        boolean whole =
            run.size() == 3 && run.get(0).isInt() && run.get(1).isInt() && run.get(2).isInt();
        if (!whole || run.get(2).intValue() > MOST_NUMBERS - ids.size()) {
          throw new MalformedHistoryException("a run of numbers is not three integers", text);
        }
        for (int i = 0; i < run.get(2).intValue(); i++) {
          ids.put(run.get(0).intValue() + i, run.get(1).intValue() + i);
        }
      }
      numbers.put(entry.getKey(), Map.copyOf(ids));
    }
    return numbers;
  }
}
