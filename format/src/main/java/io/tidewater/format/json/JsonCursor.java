/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.tidewater.format.value.ValueMismatchException;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Stands at a token of a JSON value and moves forward. Every method throws {@link
 * ValueMismatchException}, and nothing else, where the bytes are no JSON: or not as strictly as
 * wanted here (see the package). Not for use by several threads at once.
 */
public final class JsonCursor {
  private static final int LONGEST_REASON = 160;

  private final JsonParser parser;
  private JsonToken token = JsonToken.NOT_AVAILABLE;

  private JsonCursor(JsonParser parser) {
    this.parser = parser;
  }

  /** A cursor at the first token of a payload, which is read from its position to its limit. */
  public static JsonCursor of(ByteBuffer payload) {
    try {
      return first(JsonInput.parser(payload));
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  /** A cursor at the first token of a value that was read before. */
  public static JsonCursor of(JsonNode value) {
    return first(value.traverse());
  }

  private static JsonCursor first(JsonParser parser) {
    JsonCursor cursor = new JsonCursor(parser);
    cursor.next();
    return cursor;
  }

  /** The token here; never one that ends the payload. */
  public JsonToken token() {
    return token;
  }

  /** Moves to the next token of the value. */
  public JsonToken next() {
    try {
      JsonToken next = parser.nextToken();
      if (next == null) {
        throw new ValueMismatchException("a JSON value" + position(), "the end of the record");
      }
      token = next;
      return next;
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  /** Checks that nothing follows the value whose last token is here, and lets the buffers go. */
  public void end() {
    try (parser) {
      if (parser.nextToken() != null) {
        throw new ValueMismatchException(
            "the end of the record" + position(), "more after the JSON value");
      }
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  /** The member's name here, or that of the member whose value is here. */
  public String name() {
    try {
      return unicode(parser.currentName());
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  /** The text here; of a number its digits as they were written. */
  public String text() {
    try {
      return unicode(parser.getText());
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  /** Moves to the last token of the value here. */
  public void skip() {
    try {
      parser.skipChildren();
      token = parser.currentToken();
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  /** The value here, as a tree; moves to its last token. */
  public JsonNode tree() {
    try {
      JsonNode tree = JsonInput.tree(parser);
      token = parser.currentToken();
      return tree;
    } catch (IOException e) {
      throw malformed(e);
    } catch (NumberFormatException e) {
      throw new ValueMismatchException(
          "a number with an exponent of 32 bits" + position(), "the number " + clipped(text()));
    }
  }

  /** What to throw where something else was expected than the token here. */
  public ValueMismatchException mismatch(String expected) {
    String here = expected + position();
    return switch (token) {
      case VALUE_STRING -> ValueMismatchException.of(here, "the text", text());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new ValueMismatchException(here, "the number " + clipped(text()));
      case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> new ValueMismatchException(here, text());
      case START_OBJECT -> new ValueMismatchException(here, "an object");
      case START_ARRAY -> new ValueMismatchException(here, "an array");
      default -> new ValueMismatchException(here, token.name());
    };
  }

  private String position() {
    long at = parser.currentTokenLocation().getByteOffset();
    return at < 0 ? "" : " at byte " + at;
  }

  private String unicode(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        boolean pair =
            i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
        if (!pair) {
          throw new ValueMismatchException(
              "Unicode text" + position(), "half of a surrogate pair in it");
        }
        i++;
      }
    }
    return text;
  }

  private static String clipped(String text) {
    return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) + "…" : text;
  }

  private static ValueMismatchException malformed(IOException cause) {
    if (!(cause instanceof JsonProcessingException malformed)) {
      return new ValueMismatchException("JSON", clipped(String.valueOf(cause.getMessage())));
    }
    long at = malformed.getLocation() == null ? -1 : malformed.getLocation().getByteOffset();
    String reason = clipped(malformed.getOriginalMessage().lines().findFirst().orElse("none"));
    return new ValueMismatchException(at < 0 ? "JSON" : "JSON at byte " + at, reason);
  }
}
