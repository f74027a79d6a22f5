/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.protobuf;

import io.tidewater.format.protobuf.wire.WireReader;
import io.tidewater.format.value.ValueMismatchException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Which message of which schema a payload holds.
 *
 * @param schemaId the schema's id in the registry
 * @param path the message's place in the schema, from the outermost message that it is declared in
 */
record MessageAddress(int schemaId, List<Integer> path) {
  private static final int DEEPEST = 100;

  /** A path that is only its length, which is how the first message of a file is written. */
  private static final List<Integer> FIRST = List.of(0);

  MessageAddress {
    path = List.copyOf(path);
  }

  /**
   * Reads the path after the schema's id, as Confluent's serializer writes it: its length, then its
   * indexes, all as zig-zag varints.
   *
   * @param payload moved past it
   */
  static MessageAddress read(int schemaId, ByteBuffer payload, WireReader reader) {
    reader.begin(payload);
    int start = reader.position();
    int length = index(reader);
    if (length < 0 || length > DEEPEST) {
      throw reader.malformed(
          "the length of a message's path, up to " + DEEPEST, start, "the number " + length);
    }
    List<Integer> path = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      path.add(index(reader));
    }
    payload.position(payload.position() + reader.position() - start);
    return new MessageAddress(schemaId, length == 0 ? FIRST : path);
  }

  /** The refusal of a payload whose schema has no such message. */
  ValueMismatchException missing() {
    return new ValueMismatchException(
        "a message of schema " + schemaId, "the path " + path + ", where it declares none");
  }

  private static int index(WireReader reader) {
    int encoded = reader.varint32();
    return (encoded >>> 1) ^ -(encoded & 1);
  }
}
