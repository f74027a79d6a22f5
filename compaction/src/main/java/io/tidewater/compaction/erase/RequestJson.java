/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.compaction.erase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tidewater.compaction.erase.EraseRequest.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.catalog.TableIdentifier;

/**
 * Requests as JSON:
 *
 * <pre>{@code
 * {"id": "case-4711", "table": "shop.orders", "columns": ["customer_id"], "keys": [[17], [23]],
 *  "dead-letters": {"keys": ["17", "23"], "contain": ["jane@example.org"]}, "tags": "keep"}
 * }</pre>
 *
 * <p>Values are written as in Iceberg's JSON of single values. No error tells one.
 */
public final class RequestJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          // Errors would quote the text otherwise.
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();
  private static final Set<String> FIELDS =
      Set.of("id", "table", "columns", "keys", "dead-letters", "tags");

  private RequestJson() {}

  /**
   * Reads a request.
   *
   * @param origin where it stands, for messages
   * @throws IllegalArgumentException it is none; the message says what was expected
   */
  public static EraseRequest parse(String text, String origin) {
    JsonNode root = tree(text, origin);
    root.fieldNames()
        .forEachRemaining(
            name -> {
              if (!FIELDS.contains(name)) {
                throw wrong(origin, "knows no field " + name);
              }
            });
    String id = text(root, "id", origin);
    if (!id.matches("[A-Za-z0-9._-]{1,200}") || id.startsWith(".")) {
      throw wrong(origin, "field id: expected letters, digits, dots, hyphens and underscores");
    }
    return new EraseRequest(
        id,
        TableIdentifier.parse(text(root, "table", origin)),
        texts(root.path("columns"), "columns", origin),
        keys(root.path("keys"), origin),
        letters(root.path("dead-letters"), origin),
        tags(root.path("tags"), origin));
  }

  private static JsonNode tree(String text, String origin) {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw wrong(
          origin,
          "is no JSON at line "
              + e.getLocation().getLineNr()
              + ", column "
              + e.getLocation().getColumnNr());
    }
    if (!root.isObject()) {
      throw wrong(origin, "expected an object");
    }
    return root;
  }

  private static List<List<JsonNode>> keys(JsonNode node, String origin) {
    List<List<JsonNode>> keys = new ArrayList<>();
    for (JsonNode key : array(node, "keys", origin)) {
      List<JsonNode> values = new ArrayList<>();
      array(key, "keys", origin).forEach(values::add);
      keys.add(values);
    }
    return keys;
  }

  private static Optional<Letters> letters(JsonNode node, String origin) {
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    JsonNode keys = node.path("keys");
    JsonNode contained = node.path("contain");
    return Optional.of(
        Letters.ofTexts(
            keys.isMissingNode() ? List.of() : texts(keys, "dead-letters.keys", origin),
            contained.isMissingNode()
                ? List.of()
                : texts(contained, "dead-letters.contain", origin)));
  }

  private static Tags tags(JsonNode node, String origin) {
    if (node.isMissingNode()) {
      return Tags.KEEP;
    }
    return switch (node.asText().toLowerCase(Locale.ROOT)) {
      case "keep" -> Tags.KEEP;
      case "drop" -> Tags.DROP;
      default -> throw wrong(origin, "field tags: expected keep or drop");
    };
  }

  private static List<String> texts(JsonNode node, String field, String origin) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : array(node, field, origin)) {
      if (!element.isTextual()) {
        throw wrong(origin, "field " + field + ": expected texts");
      }
      texts.add(element.asText());
    }
    return texts;
  }

  private static JsonNode array(JsonNode node, String field, String origin) {
    if (!node.isArray()) {
      throw wrong(origin, "field " + field + ": expected an array");
    }
    return node;
  }

  private static String text(JsonNode root, String field, String origin) {
    JsonNode node = root.path(field);
    if (!node.isTextual() || node.asText().isEmpty()) {
      throw wrong(origin, "field " + field + ": expected a text");
    }
    return node.asText();
  }

  private static IllegalArgumentException wrong(String origin, String what) {
    return new IllegalArgumentException("Request to erase in " + origin + ": " + what);
  }
}
