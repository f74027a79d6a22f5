/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.catalog.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.BadRequestException;
import org.apache.iceberg.rest.RESTRequest;

/**
 * A request whose route is found.
 *
 * @param path the variables of the route's path, as they came, still encoded
 * @param query the query parameters, decoded
 * @param headers gives all values of a header by its name, in any case
 * @param body the body; empty if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // Read once, compared by nobody.
record RestRequest(
    Map<String, String> path,
    Map<String, String> query,
    Function<String, List<String>> headers,
    byte[] body) {

  Namespace namespace() {
    return PathDecoding.namespace(variable("namespace"));
  }

  TableIdentifier table() {
    return TableIdentifier.of(namespace(), PathDecoding.segment(variable("table")));
  }

  TableIdentifier view() {
    return TableIdentifier.of(namespace(), PathDecoding.segment(variable("view")));
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name));
  }

  List<String> header(String name) {
    return headers.apply(name);
  }

  /** The body as one of the protocol's messages, checked. */
  <T extends RESTRequest> T body(Class<T> type) {
    String text = new String(body, StandardCharsets.UTF_8);
    if (text.isBlank()) {
      throw new BadRequestException(
          "The request has no body, expected was %s", type.getSimpleName());
    }
    T message;
    try {
      message = Json.read(text, type);
    } catch (JsonProcessingException | RuntimeException e) {
      // The parsers throw whatever they stumble over; all of it is the body's fault.
      throw new BadRequestException(e, "Cannot read %s: %s", type.getSimpleName(), reason(e));
    }
    if (message == null) {
      throw new BadRequestException("The body is no %s", type.getSimpleName());
    }
    message.validate();
    return message;
  }

  private static String reason(Exception failure) {
    return failure instanceof JsonProcessingException json
        ? json.getOriginalMessage()
        : String.valueOf(failure.getMessage());
  }

  private String variable(String name) {
    String value = path.get(name);
    if (value == null) {
      throw new IllegalStateException("The route's path has no variable " + name);
    }
    return value;
  }
}
