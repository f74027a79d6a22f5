/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf.wire;

/** Passes over values, looking only at where they end. */
final class Skipping {
  private Skipping() {}

  /** Passes over the value after a tag. */
  static void value(WireReader reader, int tag, int place) {
    if (WireType.of(tag) == WireType.START_GROUP) {
      group(reader, WireType.number(tag), place);
    } else {
      plain(reader, tag, place);
    }
  }

  private static void group(WireReader reader, int number, int place) {
    int[] open = new int[Decoding.DEEPEST];
    open[0] = number;
    int depth = 1;
    while (depth > 0) {
      if (reader.atLimit()) {
        throw reader.ended("the end of group " + open[depth - 1], reader.position());
      }
      int next = reader.position();
      int tag = reader.tag();
      if (WireType.of(tag) == WireType.END_GROUP) {
        depth--;
        if (WireType.number(tag) != open[depth]) {
          throw reader.malformed(
              "the end of group " + open[depth], next, "that of group " + WireType.number(tag));
        }
      } else if (WireType.of(tag) != WireType.START_GROUP) {
        plain(reader, tag, next);
      } else if (depth < open.length) {
        open[depth++] = WireType.number(tag);
      } else {
        throw reader.malformed("at most " + open.length + " levels of groups", place, "one more");
      }
    }
  }

  private static void plain(WireReader reader, int tag, int place) {
    switch (WireType.of(tag)) {
      case WireType.VARINT -> reader.varint();
      case WireType.FIXED64 -> reader.fixed64();
      case WireType.FIXED32 -> reader.fixed32();
      case WireType.LENGTH -> reader.seek(reader.span());
      default ->
          throw reader.malformed("a tag with a wire type", place, "wire type " + WireType.of(tag));
    }
  }
}
