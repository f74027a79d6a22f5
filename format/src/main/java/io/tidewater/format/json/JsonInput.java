/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tidewater.format.value.ValueMismatchException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** How JSON is read here: strictly, and bounded by the payload itself. */
final class JsonInput {
  /** Deeper than any table, and far from what a thread's stack holds. */
  static final int DEEPEST = 100;

  private static final int LONGEST_NUMBER = 1_000;
  private static final int LONGEST_UNIT = 4;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          // Names come from records: the pool of the whole process is no place for them.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(LONGEST_NUMBER)
                  // No text can be longer than the payload that holds it.
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private static final ObjectReader TREES =
      JsonMapper.builder(FACTORY)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build()
          .readerFor(JsonNode.class);

  private JsonInput() {}

  /** A parser of the bytes from position to limit. */
  static JsonParser parser(ByteBuffer payload) throws IOException {
    checkEncoding(payload);
    if (payload.hasArray()) {
      int start = payload.arrayOffset() + payload.position();
      return FACTORY.createParser(payload.array(), start, payload.remaining());
    }
    byte[] bytes = new byte[payload.remaining()];
    payload.duplicate().get(bytes);
    return FACTORY.createParser(bytes);
  }

  /** The parser would guess UTF-16 and UTF-32 by such bytes, which start no JSON in UTF-8. */
  private static void checkEncoding(ByteBuffer payload) {
    int start = payload.position();
    int end = Math.min(payload.limit(), start + LONGEST_UNIT);
    for (int at = start; at < end; at++) {
      byte unit = payload.get(at);
      boolean mark = at == start && (unit == (byte) 0xfe || unit == (byte) 0xff);
      if (unit == 0 || mark) {
        throw new ValueMismatchException(
            "JSON in UTF-8", "the byte 0x%02x at its start".formatted(unit));
      }
    }
  }

  /** The value that a parser stands at, which moves to its last token. */
  static JsonNode tree(JsonParser parser) throws IOException {
    return TREES.readValue(parser);
  }
}
