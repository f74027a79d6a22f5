/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.testing.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidewater.testing.http.HttpAnswer;
import io.tidewater.testing.http.JsonClient;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Registers schemas over Confluent's API, as a producer of any kind of schema does. Thread-safe.
 */
public final class RegistryClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final ObjectMapper mapper = new ObjectMapper();
  private final URI url;
  private final JsonClient client;

  /**
   * @param url the root of the API
   */
  public RegistryClient(URI url) {
    this.url = url;
    this.client = new JsonClient(url, TIMEOUT);
  }

  /**
   * Registers a schema as the subject's next version, unless the subject has it already.
   *
   * @return its id
   * @throws RegistryException if it is refused, for instance as incompatible
   */
  public int register(String subject, ProducerSchema schema) {
    ObjectNode body = mapper.createObjectNode();
    body.put("schema", schema.text()).put("schemaType", schema.type());
    ArrayNode references = body.putArray("references");
    for (SchemaReference reference : schema.references()) {
      references
          .addObject()
          .put("name", reference.name())
          .put("subject", reference.subject())
          .put("version", reference.version());
    }
    return call("POST", versions(subject), body).path("id").asInt();
  }

  /** Registers an Avro schema that refers to no other. */
  public int registerAvro(String subject, String schema) {
    return register(subject, ProducerSchema.avro(schema));
  }

  /** The newest version of a subject. */
  public int latestVersion(String subject) {
    return call("GET", versions(subject) + "/latest", mapper.nullNode()).path("version").asInt();
  }

  /**
   * Sets what the versions of a subject must have in common.
   *
   * @param level {@code BACKWARD}, {@code FULL_TRANSITIVE}, {@code NONE} and so on
   */
  public void setCompatibility(String subject, String level) {
    call("PUT", "/config/" + encoded(subject), level(level));
  }

  /** Sets the level of all subjects that have none of their own. */
  public void setCompatibility(String level) {
    call("PUT", "/config", level(level));
  }

  private ObjectNode level(String level) {
    return mapper.createObjectNode().put("compatibility", level);
  }

  private static String versions(String subject) {
    return "/subjects/" + encoded(subject) + "/versions";
  }

  private static String encoded(String subject) {
    return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private JsonNode call(String method, String path, JsonNode body) {
    String request = method + " " + url + path;
    try {
      HttpAnswer answer = client.send(method, path, body.isNull() ? "" : body.toString());
      if (!answer.isSuccess()) {
        throw new RegistryException(request, answer);
      }
      return mapper.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new RegistryException(request + " was not answered with JSON", e);
    } catch (IOException e) {
      throw new RegistryException(request + " had no answer: " + e, e);
    }
  }
}
