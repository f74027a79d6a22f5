/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidewater.format.schema.UnsupportedSchemaException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A schema and those that it refers to, and what references in them mean: by pointer, by anchor, by
 * {@code $id}, by the name that the registry has for a reference.
 */
final class SchemaDocuments {
  /** Under these stand values, not schemas. */
  private static final Set<String> VALUES = Set.of("enum", "const", "default", "examples");

  private final JsonNode root;
  private final Map<String, JsonNode> byUri = new HashMap<>();
  private final IdentityHashMap<JsonNode, Home> homes = new IdentityHashMap<>();

  SchemaDocuments(JsonNode root, Map<String, JsonNode> references) {
    this.root = root;
    references.forEach(this::index);
    index("", root);
  }

  JsonNode root() {
    return root;
  }

  /**
   * What a reference refers to.
   *
   * @param from the schema that it stands in
   * @param path of that schema, for the message
   * @throws UnsupportedSchemaException if there is no such thing
   */
  JsonNode resolve(ObjectNode from, String reference, String path) {
    Home home = homes.getOrDefault(from, new Home("", root));
    int hash = reference.indexOf('#');
    String uri = hash < 0 ? reference : reference.substring(0, hash);
    String fragment = hash < 0 ? "" : reference.substring(hash + 1);
    String base = uri.isEmpty() ? home.base : known(home.base, uri);
    JsonNode document = byUri.get(base);
    JsonNode target = document == null ? null : fragment(document, base, fragment);
    if (target == null && uri.isEmpty()) {
      target = fragment(home.document, base, fragment);
    }
    if (target == null) {
      throw new UnsupportedSchemaException(
          path,
          "the schema refers to "
              + reference
              + ", which is neither in it nor among its references; register it with them");
    }
    return target;
  }

  private @Nullable JsonNode fragment(JsonNode document, String base, String fragment) {
    if (fragment.isEmpty()) {
      return document;
    }
    if (!fragment.startsWith("/")) {
      return byUri.get(base + "#" + fragment);
    }
    try {
      String pointer = URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
      JsonNode target = document.at(pointer);
      return target.isMissingNode() ? null : target;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private String known(String base, String uri) {
    String resolved = resolved(base, uri);
    return byUri.containsKey(resolved) ? resolved : uri;
  }

  private static String resolved(String base, String uri) {
    try {
      return URI.create(base).resolve(uri).toString();
    } catch (IllegalArgumentException e) {
      return uri;
    }
  }

  private void index(String name, JsonNode document) {
    byUri.put(name, document);
    Deque<Map.Entry<JsonNode, Home>> open = new ArrayDeque<>();
    open.push(Map.entry(document, new Home(name, document)));
    while (!open.isEmpty()) {
      Map.Entry<JsonNode, Home> next = open.pop();
      Home home = next.getValue();
      if (next.getKey() instanceof ObjectNode object) {
        Home own = named(object, home);
        homes.put(object, own);
        object
            .properties()
            .forEach(
                member -> {
                  if (!VALUES.contains(member.getKey())) {
                    open.push(Map.entry(member.getValue(), own));
                  }
                });
      } else {
        next.getKey().forEach(element -> open.push(Map.entry(element, home)));
      }
    }
  }

  /** Notes the names that a schema has for itself; gives the base of what stands in it. */
  private Home named(ObjectNode schema, Home home) {
    Home own = home;
    JsonNode id = schema.has("$id") ? schema.path("$id") : draft4Id(schema, home);
    if (id.isTextual() && id.textValue().startsWith("#")) {
      byUri.put(home.base + id.textValue(), schema);
    } else if (id.isTextual()) {
      String uri = resolved(home.base, id.textValue()).replaceFirst("#$", "");
      byUri.put(uri, schema);
      own = new Home(uri, home.document);
    }
    for (String anchor : new String[] {"$anchor", "$dynamicAnchor"}) {
      if (schema.path(anchor).isTextual()) {
        byUri.put(own.base + "#" + schema.path(anchor).textValue(), schema);
      }
    }
    return own;
  }

  private static JsonNode draft4Id(ObjectNode schema, Home home) {
    boolean draft4 = home.document.path("$schema").asText().contains("draft-04");
    return draft4 ? schema.path("id") : schema.path("$id");
  }

  private record Home(String base, JsonNode document) {}
}
