/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.jsonschema;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages documents and schemas as radiation, bad clients and bad people do. */
final class JsonFuzz {
  private static final List<String> TOKENS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\"",
          "null",
          "true",
          "1e999999999",
          "-",
          "\\ud800",
          "\\u0000",
          "9999999999999999999999",
          "0.1e-400",
          "\"$ref\":\"#\"",
          "{\"$ref\":\"#\"}",
          "\"type\"",
          "[[[[[[[[[[[[[[[[[[[[",
          "{\"a\":{\"a\":{\"a\":",
          "\uFEFF",
          "\"m\":1,\"m\":1");

  private JsonFuzz() {}

  static byte[] mutated(byte[] original, Random random) {
    byte[] bytes = original.clone();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      bytes = mutatedOnce(bytes, random);
    }
    return bytes;
  }

  private static byte[] mutatedOnce(byte[] bytes, Random random) {
    int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
    switch (random.nextInt(6)) {
      case 0 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 1 -> {
        byte[] flipped = bytes.clone();
        if (flipped.length > 0) {
          flipped[at] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
      }
      case 2 -> {
        byte[] token = TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
        return spliced(bytes, at, token, at);
      }
      case 3 -> {
        int end = Math.min(bytes.length, at + random.nextInt(20));
        return spliced(bytes, at, new byte[0], end);
      }
      case 4 -> {
        int from = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + random.nextInt(60));
        return spliced(bytes, at, Arrays.copyOfRange(bytes, from, to), at);
      }
      default -> {
        byte[] noise = new byte[random.nextInt(8)];
        random.nextBytes(noise);
        return spliced(bytes, at, noise, at);
      }
    }
  }

  private static byte[] spliced(byte[] bytes, int at, byte[] middle, int from) {
    byte[] result = new byte[at + middle.length + bytes.length - from];
    System.arraycopy(bytes, 0, result, 0, at);
    System.arraycopy(middle, 0, result, at, middle.length);
    System.arraycopy(bytes, from, result, at + middle.length, bytes.length - from);
    return result;
  }
}
