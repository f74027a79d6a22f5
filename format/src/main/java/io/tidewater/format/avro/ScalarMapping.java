/* SPDX-License-Identifier: Apache-2.0 */
package io.tidewater.format.avro;

import io.tidewater.format.logical.NumberMapping;
import org.apache.iceberg.types.Type;

/**
 * How a schema without columns below it is stored.
 *
 * @param type the type of its column
 * @param emitted the type that the decoder's events are of, where the column's conversion does the
 *     rest: a UUID may come as text
 * @param decoder reads its bytes
 */
record ScalarMapping(Type type, Type emitted, ScalarDecoder decoder) {
  ScalarMapping(Type type, ScalarDecoder decoder) {
    this(type, type, decoder);
  }

  static ScalarMapping ofInt(NumberMapping meaning) {
    NumberMapping.Event event = meaning.event();
    return new ScalarMapping(
        meaning.type(),
        meaning.emitted(),
        (input, receiver) -> event.tell(input.readInt(), receiver));
  }

  static ScalarMapping ofLong(NumberMapping meaning) {
    NumberMapping.Event event = meaning.event();
    return new ScalarMapping(
        meaning.type(),
        meaning.emitted(),
        (input, receiver) -> event.tell(input.readLong(), receiver));
  }
}
