/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text from bytes. */
final class Utf8 {
  private static final char REPLACEMENT = '\ufffd';

  private Utf8() {}

  /** The text; null if the bytes are no UTF-8. */
  static @Nullable String decode(byte[] bytes, int start, int end) {
    String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
    // The constructor is by far the fastest decoder, and replaces what is malformed.
    return text.indexOf(REPLACEMENT) < 0 ? text : strict(bytes, start, end);
  }

  private static @Nullable String strict(byte[] bytes, int start, int end) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes, start, end - start);
      return StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
