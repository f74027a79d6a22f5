/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.registry.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidewater.format.registry.UnknownSchemaException;
import java.io.IOException;
import java.util.Optional;

/** Reads what a registry answered, and tells an answer from what only looks like one. */
final class AnswerReader {
  private static final int LONGEST_MESSAGE = 300;

  /** The API's own codes for what is not there begin with this: no such subject ... */
  private static final int NO_SUBJECT = 40401;

  /** ... and end with this: a version that is deleted. */
  private static final int DELETED = 40406;

  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private AnswerReader() {}

  /**
   * The JSON of a registry's answer.
   *
   * @throws UnknownSchemaException if the registry says that there is no such thing
   * @throws NoAnswerException if this is no answer
   */
  static JsonNode read(Answer answer) throws NoAnswerException {
    if (answer.isSuccess()) {
      return json(answer);
    }
    Optional<JsonNode> error = error(answer);
    int code = error.map(json -> json.path("error_code").asInt()).orElse(0);
    if (answer.status() == 404 && code >= NO_SUBJECT && code <= DELETED) {
      throw new UnknownSchemaException("it answered " + code + message(error));
    }
    String came = answer.shown() + message(error);
    if (answer.status() >= 500 || answer.status() == 429 || answer.status() == 408) {
      throw NoAnswerException.busy(came, answer.retryAfter());
    }
    throw NoAnswerException.lasting(came + "; " + advice(answer.status()), null);
  }

  /**
   * The object that an answer is.
   *
   * @throws NoAnswerException if it is none
   */
  static JsonNode object(Answer answer) throws NoAnswerException {
    JsonNode json = json(answer);
    if (!json.isObject()) {
      throw NoAnswerException.lasting(answer.shown() + " with JSON that is no object", null);
    }
    return json;
  }

  private static JsonNode json(Answer answer) throws NoAnswerException {
    try {
      JsonNode json = JSON.readTree(answer.body());
      if (!json.isMissingNode()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      // Its message may show a part of the body, which may hold a token.
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory are always readable", e);
    }
    throw NoAnswerException.lasting(
        answer.shown()
            + " with something that is not JSON; check that the url is the registry's own, with"
            + " its path, and no proxy or login page is between",
        null);
  }

  private static Optional<JsonNode> error(Answer answer) {
    try {
      return Optional.of(object(answer));
    } catch (NoAnswerException e) {
      return Optional.empty();
    }
  }

  private static String message(Optional<JsonNode> error) {
    String text = error.map(json -> json.path("message").asText()).orElse("");
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    if (line.isEmpty()) {
      return "";
    }
    return ": " + (line.length() > LONGEST_MESSAGE ? line.substring(0, LONGEST_MESSAGE) : line);
  }

  private static String advice(int status) {
    return switch (status) {
      case 401 ->
          "it does not know who asks: check basic.auth.* or bearer.auth.*, whichever it wants";
      case 403 -> "it forbids this: the user or client needs the right to read schemas";
      case 404 ->
          "there is no schema registry: check the path in the url, such as /apis/ccompat/v7";
      case 407 -> "a proxy wants to know who asks";
      default -> "check that the url is a schema registry's";
    };
  }
}
